import { type FailureContext, Np6Error } from "./np6-error.ts";

/** No answer came: the connection was refused, reset or never made. `cause` is what the fetch said. */
export class ConnectionError extends Np6Error {
  override readonly kind: "connection" = "connection";
  /** Whether it is certain that no request left: refused, no such host, or nobody answered the connect. */
  readonly neverSent: boolean;

  constructor(message: string, context: FailureContext, neverSent: boolean, cause?: unknown) {
    super(message, context, cause);
    this.neverSent = neverSent;
  }

  override get name(): "ConnectionError" {
    return "ConnectionError";
  }
}
