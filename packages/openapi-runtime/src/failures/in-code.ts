import type { FailureContext } from "./np6-error.ts";

/** What a failure tells of a call whose code is wrong: another input would fail as well. */
export function inCode(context: FailureContext | undefined): FailureContext {
  return { ...context, next: "fix-setup" };
}
