import { availableParallelism } from "node:os";
import { defineConfig, type ViteUserConfigFnObject } from "vitest/config";

/** The vitest settings that all packages share. */
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
 * Returns the settings of a lane. The default lane is `pnpm test`, before each commit. The mode `slow` selects
 * `*.slow.test.ts`, which take seconds each: `pnpm check slow`.
 * @param mode - vitest's mode
 * @param folders - folders of the tests, as a glob
 */
export function testLane(mode: string, folders = "src"): TestLane {
  const slow = mode === "slow";
  return {
    include: [`${folders}/**/*.${slow ? "slow." : ""}test.{ts,tsx}`],
    exclude: ["**/node_modules/**", ...(slow ? [] : ["**/*.slow.test.ts"])],
    // Files share a process: starting one per file takes longer than most of them (measured: a quarter to a half of the
    // processor time). Slow tests measure memory, or change state of which a process has only one.
    isolate: slow,
    // Many tests mostly wait, for time-outs and processes. On two processors, vitest's default is one worker (measured:
    // the runtime's tests take 88 seconds with one worker, and 46 with two).
    maxWorkers: slow ? Math.max(1, availableParallelism() - 1) : Math.max(2, availableParallelism() - 1),
    // Long limits: tests start processes and servers, and the machines are slow and shared.
    testTimeout: slow ? 180_000 : 120_000,
    hookTimeout: 60_000,
    reporters: ["default", "json"],
    // tools/src/turbo/summarize-run.ts counts them.
    outputFile: { json: slow ? ".results/slow.json" : ".results/vitest.json" },
  };
}

/** The configuration of a package whose tests only need a lane. */
export const plainTests: ViteUserConfigFnObject = defineConfig(({ mode }) => ({ test: testLane(mode) }));
