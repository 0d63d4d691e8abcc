import { AbortedError } from "../failures/aborted-error.ts";
import type { FailureContext } from "../failures/np6-error.ts";
import { TimeoutError } from "../failures/timeout-error.ts";
import type { TimeLimit } from "../limits/time-limit.ts";
import type { CallSettings } from "../options/call-settings.ts";
import type { CallProgress } from "./call-progress.ts";

/**
 * The failure of a call that was cut short: by a limit of ours, by the caller's signal, or because the client was closed.
 * @param inFlight - whether a request was under way
 * @param answered - what the answer's headers said, when they came
 */
export function cutFailure(
  limit: Pick<TimeLimit, "reason">,
  settings: CallSettings,
  progress: CallProgress,
  inFlight: boolean,
  cause?: Error,
  answered?: FailureContext,
): TimeoutError | AbortedError {
  const outcomeUnknown = progress.outcomeUnknown(inFlight);
  const context = { ...progress.context, ...answered, outcomeUnknown };
  const { reason } = limit;
  const { waitsFor } = progress;
  if (reason === undefined || reason === "signal")
    return new AbortedError(context, cause, undefined, waitsFor);
  if (reason === "closed") return new AbortedError(context, cause, "the client was closed", waitsFor);
  return new TimeoutError(reason, settings[reason], context, waitsFor);
}
