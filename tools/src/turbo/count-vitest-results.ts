import { readFile } from "node:fs/promises";

/** Numbers of passed and failed tests. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** Reason why the report is not reliable; it counts as a failure. */
  readonly problem?: string;
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numTotalTests: number;
  readonly success: boolean;
}

/**
 * Counts the tests of a vitest JSON report. Skipped tests and an empty report are failures: no test may be switched
 * off, and an empty run proves nothing.
 * @returns undefined when the file is missing, because vitest crashed before it wrote one
 */
export async function countVitestResults(file: string): Promise<Counts | undefined> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch {
    return undefined;
  }
  const { numPassedTests, numFailedTests, numTotalTests } = JSON.parse(text) as VitestReport;
  const skipped = numTotalTests - numPassedTests - numFailedTests;
  const counts = { passed: numPassedTests, failed: numFailedTests };
  if (numTotalTests === 0) return { ...counts, failed: 1, problem: "no test ran" };
  // A failing set-up skips its tests; they count as failures.
  if (skipped > 0) return { ...counts, failed: numFailedTests + skipped, problem: `${skipped} were skipped` };
  return counts;
}
