import type { AnsweredFailure } from "./answered-failure.ts";
import type { OperationDescription } from "./api-description.ts";
import { HttpError } from "./http-error.ts";
import type { FailureContext } from "./np6-error.ts";
import { refusalOutcomeUnknown } from "./outcome-unknown.ts";
import type { Answer } from "./read-answer.ts";
import { redactText, redactValue } from "./redact.ts";
import { redactCause } from "./redact-cause.ts";
import { RedirectError } from "./redirect-error.ts";
import { UnexpectedResponseError } from "./unexpected-response-error.ts";

/** How much of a body that is of no use is shown in an error, in characters. */
const excerptLength = 512;

/** The failure that an answer is, with the key removed from everything that the server said. */
export function answerFailure(
  answer: Exclude<Answer, { kind: "data" }>,
  { idempotent }: OperationDescription,
  context: FailureContext,
  key: string,
): AnsweredFailure {
  if (answer.kind === "redirect") return new RedirectError(context);
  const status = context.status ?? 0;
  // Redacted before it is cut: half a key is a secret too.
  const excerpt = (text: string): string => redactText(text, key).slice(0, excerptLength);
  if (answer.kind === "refused") {
    const outcomeUnknown = refusalOutcomeUnknown(idempotent, status);
    const body = redactValue(answer.body, key);
    return new HttpError({ ...context, status, outcomeUnknown }, body, excerpt(answer.text));
  }
  const unreadable = { ...context, status, outcomeUnknown: !idempotent };
  if (answer.kind === "broken-off") {
    const cause = redactCause(answer.cause, key);
    return new UnexpectedResponseError("the answer broke off.", unreadable, "", cause);
  }
  return new UnexpectedResponseError(redactText(answer.problem, key), unreadable, excerpt(answer.text));
}
