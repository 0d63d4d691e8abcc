import { type FailureContext, Np6Error } from "./np6-error.ts";

/** A limit of the client's own ran out: `attemptTimeoutMs` for one attempt, or `deadlineMs` for the whole call. */
export class TimeoutError extends Np6Error {
  override get name(): "TimeoutError" {
    return "TimeoutError";
  }
  override readonly kind: "timeout" = "timeout";
  /** Which limit it was. */
  readonly limit: "attemptTimeoutMs" | "deadlineMs";

  constructor(limit: "attemptTimeoutMs" | "deadlineMs", limitMs: number, context: FailureContext) {
    super(`the call did not end within ${limitMs} ms (\`${limit}\`).`, context);
    this.limit = limit;
  }
}
