import { defineConfig } from "vitest/config";

/** The tests in this process, and few of the long histories. Those that start processes would run for hours, once for each mutant. */
export default defineConfig({
  test: {
    include: ["src/{journal,pace,planning,protocol}/**/*.test.ts"],
    exclude: ["**/*.slow.test.ts", "**/{answer-headers,kill-matrix}.test.ts"],
    env: { NP6_FUZZ_RUNS: "20", NP6_FUZZ_SEED: "7" },
    testTimeout: 4_000,
  },
});
