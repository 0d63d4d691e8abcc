import type { Failure } from "../failures/failure.ts";
import { longestClosingMs, longestRetryAfterMs } from "../limits/rate-gate.ts";
import type { Call } from "./call.ts";
import type { Outcome } from "./outcome.ts";
import { mayRepeat } from "./repeat-rule.ts";
import { reportFailure, reportRetry } from "./report.ts";
import { retryDelay } from "./retry-delay.ts";

/**
 * Decides whether a call is sent again after an attempt, and calls the hook.
 * @returns milliseconds to sleep before the next attempt waits at the gate, or undefined when the outcome is final
 */
export function delayBeforeRepeat(call: Call, { error }: Outcome): number | undefined {
  const { budget } = call.sender;
  if (error === undefined) {
    budget.refund();
    return undefined;
  }
  const isRefusal = error.kind === "rate-limited";
  if (isRefusal) call.refusals += 1;
  const delayMs = isRefusal ? delayAfterRefusal(call, error) : delayAfter(call, error);
  // A 429 does not cost a token: it is no outage, and the gate prevents too many repeats.
  const isBroke = delayMs !== undefined && !isRefusal && !budget.take();
  if (isBroke) error.message += " Not sent again: the client's retry budget is empty.";
  if (delayMs === undefined || isBroke) {
    reportFailure(call, error);
    return undefined;
  }
  call.mayHaveRun ||= error.outcomeUnknown;
  reportRetry(call, error, delayMs);
  // The gate makes the call wait itself, and longer if it is closed again meanwhile.
  return isRefusal ? 0 : delayMs;
}

/** @returns milliseconds until the gate opens, or undefined when the failure is final */
function delayAfterRefusal(call: Call, { retryAfterMs = 0 }: Failure): number | undefined {
  const delayMs = Math.ceil(call.sender.gate.opensInMs);
  const isTooLong = retryAfterMs > longestRetryAfterMs || delayMs > longestClosingMs;
  const isInVain = isTooLong || delayMs >= call.deadline.remainingMs;
  return call.settings.repeats && !isInVain ? delayMs : undefined;
}

/** @returns milliseconds, or undefined when the failure is final */
function delayAfter(call: Call, error: Failure): number | undefined {
  const { repeats, retry } = call.settings;
  const attempts = call.attempts - call.refusals;
  if (!repeats || attempts >= retry.maxAttempts || !mayRepeat(error, call.operation.idempotent, retry)) {
    return undefined;
  }
  const { remainingMs } = call.deadline;
  return retryDelay(
    { attempts, retryAfterMs: error.retryAfterMs, remainingMs, random: Math.random() },
    retry,
  );
}
