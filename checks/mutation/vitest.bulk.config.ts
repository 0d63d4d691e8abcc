import { defineConfig } from "vitest/config";

/** Tests in this process, and few long histories. Tests that start processes would take hours with every mutant. */
export default defineConfig({
  test: {
    include: ["src/{journal,pace,planning,protocol}/**/*.test.ts"],
    exclude: ["**/*.slow.test.ts", "**/{answer-headers,kill-matrix}.test.ts"],
    env: { NP6_FUZZ_RUNS: "20", NP6_FUZZ_SEED: "7" },
    testTimeout: 4_000,
  },
});
