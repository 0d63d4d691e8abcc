import { longestRetryAfterMs } from "../limits/rate-gate.ts";
import type { RetrySettings } from "../options/call-settings.ts";

/** The facts that decide the wait before the next attempt. */
export interface RetryDelayInput {
  /** Number of times the request was sent so far, from 1. */
  readonly attempts: number;
  readonly retryAfterMs: number | undefined;
  /** Milliseconds until the call's deadline. */
  readonly remainingMs: number;
  /** A random number from 0 to 1. */
  readonly random: number;
}

/**
 * Computes the wait before the next attempt: exponential backoff with full jitter, at least the Retry-After.
 * @returns milliseconds, or undefined when the wait would exceed the deadline or `longestRetryAfterMs`
 */
export function retryDelay(
  input: RetryDelayInput,
  { baseDelayMs, maxDelayMs }: RetrySettings,
): number | undefined {
  const { attempts, retryAfterMs = 0, remainingMs, random } = input;
  const backoff = random * Math.min(maxDelayMs, baseDelayMs * 2 ** (attempts - 1));
  // A timer may fire a fraction of a millisecond early, by the clock that measures the next attempt.
  const delay = Math.max(Math.ceil(backoff), retryAfterMs === 0 ? 0 : retryAfterMs + 1);
  return retryAfterMs > longestRetryAfterMs || delay >= remainingMs ? undefined : delay;
}
