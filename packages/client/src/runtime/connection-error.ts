import { type FailureContext, Np6Error } from "./np6-error.ts";
import { causeCode } from "./redact-cause.ts";

/** No answer came: the connection was refused, reset or never made. `cause` is what the fetch said. */
export class ConnectionError extends Np6Error {
  declare readonly kind: "connection";
  /** Whether it is certain that no request left: refused, no such host, or nobody answered the connect. */
  readonly neverSent: boolean;

  constructor(message: string, context: FailureContext, neverSent: boolean, cause?: unknown) {
    const code = cause instanceof Error ? causeCode(cause) : undefined;
    super(message, context, cause, { kind: "connection", mayHaveRun: !neverSent, code });
    this.neverSent = neverSent;
  }

  override get name(): "ConnectionError" {
    return "ConnectionError";
  }
}
