import type { HttpError } from "./http-error.ts";
import type { RedirectError } from "./redirect-error.ts";
import type { UnexpectedResponseError } from "./unexpected-response-error.ts";

/**
 * A failure that has an answer: what `error` of a call by method and path can be.
 * @typeParam Body - the bodies that the spec declares for the operation's refusals
 */
export type AnsweredFailure<Body = unknown> = HttpError<Body> | RedirectError | UnexpectedResponseError;
