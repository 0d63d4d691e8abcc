import { type FailureContext, Np6Error } from "./np6-error.ts";

/** The limits that can run out. */
type TimeoutName = "attemptTimeoutMs" | "deadlineMs" | "queueTimeoutMs";

/**
 * A limit of the client's own ran out: `attemptTimeoutMs` for one attempt, `deadlineMs` for the call from its place on, or
 * `queueTimeoutMs` while it waited in line and nothing was sent.
 */
export class TimeoutError extends Np6Error {
  override get name(): "TimeoutError" {
    return "TimeoutError";
  }
  declare readonly kind: "timeout";
  /** Which limit it was. */
  readonly limit: TimeoutName;

  /** @param waitedFor - what it waited for when it was not under way */
  constructor(limit: TimeoutName, limitMs: number, context: FailureContext, waitedFor?: string) {
    const verb = limit === "queueTimeoutMs" ? "begin" : "end";
    const wait = waitedFor === undefined ? "" : `; it waited for ${waitedFor}`;
    super(`the call did not ${verb} within ${limitMs} ms (\`${limit}\`)${wait}.`, context, undefined, {
      kind: "timeout",
      // In line, nothing was sent.
      mayHaveRun: limit === "queueTimeoutMs" ? undefined : true,
    });
    this.limit = limit;
  }
}
