import { type FailureContext, Np6Error } from "./np6-error.ts";

/** The caller's `signal` aborted the call. */
export class AbortedError extends Np6Error {
  declare readonly kind: "aborted";

  constructor(context: FailureContext, cause?: unknown) {
    super("the caller's signal aborted the call.", context, cause, {
      kind: "aborted",
      mayHaveRun: true,
    });
  }

  override get name(): "AbortedError" {
    return "AbortedError";
  }
}
