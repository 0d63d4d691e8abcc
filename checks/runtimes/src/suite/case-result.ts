/**
 * Result of a case: the promise is kept; the runtime differs as known; it failed; or it does not concern this runtime.
 */
export type CaseOutcome = "passed" | "differs" | "failed" | "not applicable";

/** A cell of the table. */
export interface CaseResult {
  readonly name: string;
  readonly outcome: CaseOutcome;
  /** The failure or the difference; empty when it passed. */
  readonly detail: string;
}
