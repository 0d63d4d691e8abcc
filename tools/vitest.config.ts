import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    // Files share a process: a new one for each costs more than most of them (measured: a quarter to a half of the processor time).
    isolate: false,
    // These are the last to run, when the other core has nothing to do any more.
    maxWorkers: 2,
    // Generous: tests start processes and servers, and the machines are slow and shared.
    testTimeout: 120_000,
    hookTimeout: 60_000,
    reporters: ["default", "json"],
    outputFile: { json: ".results/vitest.json" },
  },
});
