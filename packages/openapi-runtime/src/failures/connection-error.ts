import { type FailureContext, Np6Error } from "./np6-error.ts";

/** No answer came: the connection was refused, reset or never made. `cause` is what the fetch said. */
export class ConnectionError extends Np6Error {
  declare readonly kind: "connection";
  /** Whether it is certain that no request left: refused, no such host, or nobody answered the connect. */
  readonly neverSent: boolean;

  constructor(message: string, context: FailureContext, neverSent: boolean, cause?: unknown) {
    const reason = reasonOf(cause);
    super(message, context, cause, { kind: "connection", mayHaveRun: !neverSent, reason });
    this.neverSent = neverSent;
  }

  override get name(): "ConnectionError" {
    return "ConnectionError";
  }
}

/** Codes and messages of a cause and of its causes; a chain may run in a circle. */
function reasonOf(cause: unknown, depth = 1): string {
  if (!(cause instanceof Error) || depth > 8) return "";
  const code = "code" in cause && typeof cause.code === "string" ? cause.code : "";
  return `${code} ${cause.message} ${reasonOf(cause.cause, depth + 1)}`;
}
