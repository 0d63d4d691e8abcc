import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    // One Prism for all: the mock of this run, and those that the documentation's examples start.
    globalSetup: [
      "@np6/api-mock/vitest-setup",
      "src/exchanges/start-mock.ts",
      "src/coverage/print-coverage.ts",
    ],
    // No test replaces a module, so files can share them.
    isolate: false,
    // Taking types out of the documentation's examples is experimental in Node 24.
    execArgv: ["--disable-warning=ExperimentalWarning"],
    // Generous: tests start processes and servers, and the machines are slow and shared.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["default", "json"],
    outputFile: { json: ".results/vitest.json" },
  },
});
