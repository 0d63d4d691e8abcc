import type { CaseResult } from "../suite/case-result.ts";

/** What running the suite on a runtime gave. */
export interface RuntimeRun {
  /** The version that ran, as it says itself; none when it did not run. */
  readonly version: string | undefined;
  readonly results: readonly CaseResult[];
}
