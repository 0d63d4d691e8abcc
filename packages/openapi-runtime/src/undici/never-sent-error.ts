import { neverSentMark } from "../failures/outcome-unknown.ts";

/** What ended a request before a connection took it: whatever the cause is, nothing of it left. */
export class NeverSentError extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    Object.defineProperty(this, neverSentMark, { value: true });
  }

  override get name(): "NeverSentError" {
    return "NeverSentError";
  }
}
