/**
 * How a case ended: the promise holds; the runtime differs as known; it failed; or it says nothing about this runtime.
 */
export type CaseOutcome = "passed" | "differs" | "failed" | "not applicable";

/** One cell of the table. */
export interface CaseResult {
  readonly name: string;
  readonly outcome: CaseOutcome;
  /** What failed, or what differs; empty when it passed. */
  readonly detail: string;
}
