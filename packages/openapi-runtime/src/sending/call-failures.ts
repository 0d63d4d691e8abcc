import type { Answer } from "../answer/read-answer.ts";
import type {
  AbortedError,
  AnsweredFailure,
  ConnectionError,
  FailureContext,
  TimeoutError,
} from "../failures/failure.ts";
import { redirectMayHaveRun, refusalMayHaveRun, wasNeverSent } from "../failures/outcome-unknown.ts";
import { redactBeginning, redactText, redactValue } from "../failures/redact.ts";
import { causeCode, redactCause } from "../failures/redact-cause.ts";
import type { TimeLimit } from "../limits/time-limit.ts";
import type { SchemaProblem } from "../validation/validation.ts";
import type { Call } from "./call.ts";

/** Length of the excerpt of an unusable body in an error, in characters. */
const excerptLength = 512;

/**
 * Makes the failure of a response. The key is removed from all text of the server.
 * @param answered - facts in the response's headers
 */
export function answerFailure(
  call: Pick<Call, "context" | "failures" | "key" | "outcomeUnknown">,
  answer: Exclude<Answer, { kind: "data" }>,
  answered: FailureContext,
): AnsweredFailure {
  const { failures, key } = call;
  const { status = 0 } = answered;
  const context = (mayHaveRun: boolean) => ({
    ...call.context,
    ...answered,
    outcomeUnknown: call.outcomeUnknown(mayHaveRun),
  });
  if (answer.kind === "redirect") {
    return new failures.RedirectError(context(redirectMayHaveRun(answered.status)));
  }
  const excerpt = redactBeginning(answer.text, key).slice(0, excerptLength);
  if (answer.kind === "refused") {
    const refused = { ...context(refusalMayHaveRun(status)), status };
    return new failures.HttpError(refused, redactValue(answer.body, key), excerpt);
  }
  const unreadable = { ...context(true), status };
  if (answer.kind === "broken-off") {
    const cause = redactCause(answer.cause, key);
    return new failures.UnexpectedResponseError("the response broke off.", unreadable, excerpt, { cause });
  }
  const problem = redactText(answer.problem, key);
  const problems = redactValue(answer.problems ?? [], key) as readonly SchemaProblem[];
  return new failures.UnexpectedResponseError(problem, unreadable, excerpt, undefined, problems);
}

/**
 * Makes the failure of a call ended by a time limit, by the caller's signal, or because the client was closed.
 * @param inFlight - whether a request was in flight
 * @param answered - facts in the response's headers, when they arrived
 */
export function cutFailure(
  call: Pick<Call, "context" | "failures" | "outcomeUnknown" | "settings" | "waitsFor">,
  { reason }: Pick<TimeLimit, "reason">,
  inFlight: boolean,
  cause?: Error,
  answered?: FailureContext,
): TimeoutError | AbortedError {
  const { failures, settings, waitsFor } = call;
  const context = { ...call.context, ...answered, outcomeUnknown: call.outcomeUnknown(inFlight) };
  if (reason === undefined || reason === "signal" || reason === "closed") {
    const why = reason === "closed" ? "the client was closed" : undefined;
    return new failures.AbortedError(context, cause, why, waitsFor);
  }
  return new failures.TimeoutError(reason, settings[reason], context, waitsFor);
}

/** Makes the failure of a call without a response. @param cause - without the key */
export function connectionFailure(call: Call, cause: Error): ConnectionError {
  const code = causeCode(cause);
  const neverSent = wasNeverSent(cause);
  const context = { ...call.context, outcomeUnknown: call.outcomeUnknown(!neverSent) };
  return new call.failures.ConnectionError(
    `no response arrived${code ? ` (${code})` : ""}.`,
    context,
    neverSent,
    cause,
  );
}
