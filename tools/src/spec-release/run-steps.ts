/** A step of `pnpm regenerate`. */
export interface Step {
  readonly title: string;
  /** @returns whether it succeeded, and a few words for the summary */
  readonly run: () => Promise<StepOutcome>;
}

/** The result of a step. */
export interface StepOutcome {
  readonly passed: boolean;
  readonly note: string;
}

/** A step and its result; without an outcome when an earlier step failed. */
export interface StepResult {
  readonly title: string;
  readonly outcome?: StepOutcome;
}

/**
 * Runs steps in order. After a failure the others are skipped, because they depend on it.
 * @param say - called with the title of each step before it runs
 */
export async function runSteps(steps: readonly Step[], say: (line: string) => void): Promise<StepResult[]> {
  const results: StepResult[] = [];
  let failed = false;
  for (const [index, { title, run }] of steps.entries()) {
    if (failed) {
      results.push({ title });
      continue;
    }
    say(`\n${index + 1}. ${title}`);
    const outcome = await run();
    results.push({ title, outcome });
    failed = !outcome.passed;
  }
  return results;
}
