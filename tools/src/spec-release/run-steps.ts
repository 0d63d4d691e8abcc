/** One step of `pnpm regenerate`. */
export interface Step {
  readonly title: string;
  /** @returns what came of it: whether it succeeded, and a few words for the summary */
  readonly run: () => Promise<StepOutcome>;
}

/** How a step ended. */
export interface StepOutcome {
  readonly passed: boolean;
  readonly says: string;
}

/** A step and how it ended; without an outcome when an earlier one failed. */
export interface StepResult {
  readonly title: string;
  readonly outcome?: StepOutcome;
}

/**
 * Runs steps in order. After one that failed the others are not run, since they build on it.
 * @param say - told the title of each step before it runs
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
