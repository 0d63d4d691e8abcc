import { defineConfig } from "vitest/config";

/** The tests in this process. Those that start processes, and the long histories, would run for hours, once for each mutant. */
export default defineConfig({
  test: {
    include: ["src/{journal,pace,planning,protocol}/**/*.test.ts"],
    exclude: ["**/*.slow.test.ts", "**/{answer-headers,kill-matrix,model}.test.ts"],
    testTimeout: 4_000,
  },
});
