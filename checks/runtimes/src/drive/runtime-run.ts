import type { CaseResult } from "../suite/case-result.ts";

/** Result of the suite on a runtime. */
export interface RuntimeRun {
  /** Version of the runtime, from itself; undefined when it did not start. */
  readonly version: string | undefined;
  readonly results: readonly CaseResult[];
}
