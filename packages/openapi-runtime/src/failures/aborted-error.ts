import { type FailureContext, Np6Error } from "./np6-error.ts";

/** The caller's `signal` aborted the call, or the client was closed. */
export class AbortedError extends Np6Error {
  declare readonly kind: "aborted";

  /** @param why - what ended the call; @param waitedFor - what it waited for when it was not under way */
  constructor(
    context: FailureContext,
    cause?: unknown,
    why = "the caller's signal aborted the call",
    waitedFor?: string,
  ) {
    const wait = waitedFor === undefined ? "" : ` while it waited for ${waitedFor}`;
    super(`${why}${wait}.`, context, cause, { kind: "aborted", mayHaveRun: true });
  }

  override get name(): "AbortedError" {
    return "AbortedError";
  }
}
