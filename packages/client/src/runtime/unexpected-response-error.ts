import { type FailureContext, Np6Error } from "./np6-error.ts";

/**
 * A success status came with something that the spec does not declare, or that could not be read. The message says
 * what was expected and what came; the body is only in `bodyExcerpt`, because it may speak of persons.
 */
export class UnexpectedResponseError extends Np6Error {
  override readonly kind: "unexpected-response" = "unexpected-response";
  declare readonly status: number;
  /** The first 512 characters of the body as it came, with the key removed; empty when there was none. */
  readonly bodyExcerpt: string;

  constructor(
    message: string,
    context: FailureContext & { status: number },
    bodyExcerpt: string,
    cause?: unknown,
  ) {
    super(message, context, cause);
    this.bodyExcerpt = bodyExcerpt;
  }

  override get name(): "UnexpectedResponseError" {
    return "UnexpectedResponseError";
  }
}
