import { type FailureContext, Np6Error } from "./np6-error.ts";

/**
 * The server refused the call: any status that is neither 2xx nor a redirect, with or without a body.
 * @typeParam Body - the bodies that the spec declares for the operation's refusals
 */
export class HttpError<Body = unknown> extends Np6Error {
  override readonly kind: "http" | "rate-limited";
  declare readonly status: number;
  /** The parsed body when it came in a media type that the spec declares for this status; else undefined. */
  readonly body: Body | undefined;
  /** The first 512 characters of the body as it came, with the key removed; empty when there was none. */
  readonly bodyExcerpt: string;

  constructor(context: FailureContext & { status: number }, body: Body | undefined, bodyExcerpt: string) {
    super(`the server refused the call with status ${context.status}.`, context);
    this.kind = context.status === 429 ? "rate-limited" : "http";
    this.body = body;
    this.bodyExcerpt = bodyExcerpt;
  }

  override get name(): "HttpError" {
    return "HttpError";
  }
}
