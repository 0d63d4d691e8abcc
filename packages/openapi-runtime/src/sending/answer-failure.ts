import type { Answer } from "../answer/read-answer.ts";
import type { AnsweredFailure } from "../failures/answered-failure.ts";
import { HttpError } from "../failures/http-error.ts";
import type { FailureContext } from "../failures/np6-error.ts";
import { redirectMayHaveRun, refusalMayHaveRun } from "../failures/outcome-unknown.ts";
import { redactBeginning, redactText, redactValue } from "../failures/redact.ts";
import { redactCause } from "../failures/redact-cause.ts";
import { RedirectError } from "../failures/redirect-error.ts";
import { UnexpectedResponseError } from "../failures/unexpected-response-error.ts";
import type { SchemaProblem } from "../validation/validation.ts";

/** How much of a body that is of no use is shown in an error, in characters. */
const excerptLength = 512;

/**
 * The failure that an answer is, with the key removed from everything that the server said.
 * @param outcome - turns whether this answer leaves open if the call ran into the failure's `outcomeUnknown`
 */
export function answerFailure(
  answer: Exclude<Answer, { kind: "data" }>,
  context: FailureContext,
  outcome: (mayHaveRun: boolean) => boolean,
  key: string,
): AnsweredFailure {
  const status = context.status ?? 0;
  if (answer.kind === "redirect") {
    return new RedirectError({ ...context, outcomeUnknown: outcome(redirectMayHaveRun(context.status)) });
  }
  const excerpt = redactBeginning(answer.text, key).slice(0, excerptLength);
  if (answer.kind === "refused") {
    const refused = { ...context, status, outcomeUnknown: outcome(refusalMayHaveRun(status)) };
    return new HttpError(refused, redactValue(answer.body, key), excerpt);
  }
  const unreadable = { ...context, status, outcomeUnknown: outcome(true) };
  if (answer.kind === "broken-off") {
    const cause = redactCause(answer.cause, key);
    return new UnexpectedResponseError("the answer broke off.", unreadable, excerpt, { cause });
  }
  const problems = redactValue(answer.problems ?? [], key) as readonly SchemaProblem[];
  return new UnexpectedResponseError(
    redactText(answer.problem, key),
    unreadable,
    excerpt,
    undefined,
    problems,
  );
}
