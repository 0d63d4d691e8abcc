import { type FailureContext, Np6Error } from "./np6-error.ts";

/** The caller's `signal` aborted the call. */
export class AbortedError extends Np6Error {
  override readonly kind: "aborted" = "aborted";
  constructor(context: FailureContext, cause?: unknown) {
    super("the caller's signal aborted the call.", context, cause);
  }

  override get name(): "AbortedError" {
    return "AbortedError";
  }
}
