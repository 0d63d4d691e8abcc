import { type FailureContext, Np6Error } from "./np6-error.ts";

/** A limit of the client's own ran out: `attemptTimeoutMs` for one attempt, or `deadlineMs` for the whole call. */
export class TimeoutError extends Np6Error {
  override get name(): "TimeoutError" {
    return "TimeoutError";
  }
  declare readonly kind: "timeout";
  /** Which limit it was. */
  readonly limit: "attemptTimeoutMs" | "deadlineMs";

  constructor(limit: "attemptTimeoutMs" | "deadlineMs", limitMs: number, context: FailureContext) {
    super(`the call did not end within ${limitMs} ms (\`${limit}\`).`, context, undefined, {
      kind: "timeout",
      mayHaveRun: true,
    });
    this.limit = limit;
  }
}
