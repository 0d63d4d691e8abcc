import { neverSentMark } from "../failures/outcome-unknown.ts";

/** The error of a request that ended before a connection accepted it, so that nothing was sent. */
export class NeverSentError extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    Object.defineProperty(this, neverSentMark, { value: true });
  }

  override get name(): "NeverSentError" {
    return "NeverSentError";
  }
}
