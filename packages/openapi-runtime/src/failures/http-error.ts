import { hide } from "./hide.ts";
import { type FailureContext, Np6Error } from "./np6-error.ts";
import { refusalMayHaveRun } from "./outcome-unknown.ts";

/**
 * The server refused the call: any status that is neither 2xx nor a redirect, with or without a body.
 * @typeParam Body - the bodies that the spec declares for the operation's refusals
 */
export class HttpError<Body = unknown> extends Np6Error {
  declare readonly kind: "http" | "rate-limited";
  declare readonly status: number;
  /** The parsed body when it came in a media type that the spec declares for this status; else undefined. Not enumerable. */
  declare readonly body: Body | undefined;
  /** The first 512 characters of the body as it came, with the key removed; empty when there was none. */
  declare readonly bodyExcerpt: string;

  /** @param why - what happened, for a refusal that no answer brought */
  constructor(
    context: FailureContext & { status: number },
    body: Body | undefined,
    bodyExcerpt: string,
    why = `the server refused the call with status ${context.status}.`,
  ) {
    const { status } = context;
    super(why, context, undefined, {
      kind: status === 429 ? "rate-limited" : "http",
      mayHaveRun: refusalMayHaveRun(status),
    });
    hide(this, { body, bodyExcerpt });
  }

  override get name(): "HttpError" {
    return "HttpError";
  }
}
