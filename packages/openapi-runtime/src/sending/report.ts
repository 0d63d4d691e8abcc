import type { ConnectionError, Failure, TimeoutError } from "../failures/failure.ts";
import { causeCode } from "../failures/redact-cause.ts";
import { notify } from "../watching/hooks.ts";
import type { Call } from "./call.ts";
import type { AnswerHeaders } from "./outcome.ts";

/** Calls the failure hook for a final failure. @returns the failure */
export function reportFailure<F extends Failure>(call: Call, error: F): F {
  const { attempts, names } = call;
  const { kind, status, requestId, elapsedMs, outcomeUnknown, next } = error;
  // A call that was never sent failed before its first attempt.
  const attempt = Math.max(attempts, 1);
  const { limit, neverSent, cause } = error as Partial<ConnectionError & TimeoutError>;
  const code = kind === "connection" ? causeCode(cause) : undefined;
  const facts = { kind, status, requestId, elapsedMs, outcomeUnknown, next, code, limit, neverSent };
  const event = { ...names, attempt, attempts, ...facts };
  notify(call.sender.configuration.on.failure, event);
  return error;
}

/** Calls the retry hook. */
export function reportRetry(call: Call, { kind, status, requestId }: Failure, delayMs: number): void {
  const attempt = call.attempts + 1;
  notify(call.sender.configuration.on.retry, { ...call.names, attempt, kind, status, requestId, delayMs });
}

/** Calls the end hook. @param error - the failure, unless the call succeeded */
export function reportEnd(call: Call, error: Partial<Failure> | undefined, answer?: AnswerHeaders): void {
  const { attempts, bodyBytes, elapsedMs, names, queuedMs } = call;
  const { kind, outcomeUnknown = false } = error ?? {};
  const { status, requestId } = error ?? { status: answer?.response.status, requestId: answer?.requestId };
  const cost = { attempts, elapsedMs, queuedMs, bodyBytes };
  notify(call.sender.configuration.on.end, { ...names, kind, status, requestId, outcomeUnknown, ...cost });
}
