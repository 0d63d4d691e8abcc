import type { Failure } from "../failures/failure.ts";
import { notify } from "../watching/hooks.ts";
import type { Call } from "./call.ts";

/** Tells the hook that a call failed for good. @returns the failure */
export function tellFailure<Told extends Failure>(call: Call, error: Told): Told {
  const { attempts, names } = call;
  const { kind, status, requestId, elapsedMs, outcomeUnknown, next } = error;
  // What was never sent failed before its first attempt.
  const attempt = Math.max(attempts, 1);
  const event = { ...names, attempt, attempts, kind, status, requestId, elapsedMs, outcomeUnknown, next };
  notify(call.sender.configuration.on.failure, event);
  return error;
}

/** Tells the hook that a call is made again. */
export function tellRetry(call: Call, { kind, status, requestId }: Failure, delayMs: number): void {
  const attempt = call.attempts + 1;
  notify(call.sender.configuration.on.retry, { ...call.names, attempt, kind, status, requestId, delayMs });
}
