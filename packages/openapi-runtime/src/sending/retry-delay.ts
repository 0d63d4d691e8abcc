import { longestRetryAfterMs } from "../limits/rate-gate.ts";
import type { RetrySettings } from "../options/call-settings.ts";

/** What the wait before the next attempt depends on. */
export interface RetryDelayInput {
  /** How often the request was sent so far, from 1. */
  readonly attempts: number;
  readonly retryAfterMs: number | undefined;
  /** Milliseconds until the call's deadline. */
  readonly remainingMs: number;
  /** From 0 to 1. */
  readonly random: number;
}

/**
 * How long to wait before the next attempt: exponential backoff with full jitter, and never less than the server asked for.
 * @returns milliseconds, or undefined when the wait would outlast the deadline or what we wait for at most
 */
export function retryDelay(
  input: RetryDelayInput,
  { baseDelayMs, maxDelayMs }: RetrySettings,
): number | undefined {
  const { attempts, retryAfterMs = 0, remainingMs, random } = input;
  const backoff = random * Math.min(maxDelayMs, baseDelayMs * 2 ** (attempts - 1));
  // A timer may fire a fraction of a millisecond early, by the clock that the next attempt is measured with.
  const delay = Math.max(Math.ceil(backoff), retryAfterMs === 0 ? 0 : retryAfterMs + 1);
  return retryAfterMs > longestRetryAfterMs || delay >= remainingMs ? undefined : delay;
}
