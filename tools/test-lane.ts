import { availableParallelism } from "node:os";
import { defineConfig, type ViteUserConfigFnObject } from "vitest/config";

/** The settings of vitest that all packages share. */
export interface TestLane {
  readonly include: string[];
  readonly exclude: string[];
  readonly isolate: boolean;
  readonly maxWorkers: number;
  readonly testTimeout: number;
  readonly hookTimeout: number;
  readonly reporters: ["default", "json"];
  readonly outputFile: { readonly json: string };
}

/**
 * The tests of one of two lanes: those that one waits for before a commit, `pnpm test`; or with the mode `slow` those that take seconds each,
 * `*.slow.test.ts`, `pnpm check slow`.
 * @param mode - vitest's
 * @param folders - of the tests, as a glob
 */
export function testLane(mode: string, folders = "src"): TestLane {
  const slow = mode === "slow";
  return {
    include: [`${folders}/**/*.${slow ? "slow." : ""}test.{ts,tsx}`],
    exclude: ["**/node_modules/**", ...(slow ? [] : ["**/*.slow.test.ts"])],
    // Files share a process: a new one for each costs more than most of them (measured: a quarter to a half of the processor time). Slow
    // tests measure memory, or change what a process has only once.
    isolate: slow,
    // Many tests wait more than they work, for time-outs and processes. On two processors vitest's own number is one (measured: the
    // runtime's tests take 88 seconds by one worker, and 46 by two).
    maxWorkers: slow ? Math.max(1, availableParallelism() - 1) : Math.max(2, availableParallelism() - 1),
    // Generous: tests start processes and servers, and the machines are slow and shared.
    testTimeout: slow ? 180_000 : 120_000,
    hookTimeout: 60_000,
    reporters: ["default", "json"],
    // Counted by tools/src/turbo/summarize-run.ts.
    outputFile: { json: slow ? ".results/slow.json" : ".results/vitest.json" },
  };
}

/** The whole configuration of a package whose tests need no more than a lane. */
export const plainTests: ViteUserConfigFnObject = defineConfig(({ mode }) => ({ test: testLane(mode) }));
