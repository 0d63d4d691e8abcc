import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "soak/**/*.test.ts"],
    // `pnpm check slow` runs these.
    exclude: ["**/*.slow.test.ts"],
    // Files share a process: a new one for each costs more than most of them (measured: a quarter to a half of the processor time).
    isolate: false,
    typecheck: { enabled: true, include: ["src/**/*.test-d.ts"], checker: "tsc" },
    // Generous: tests start processes and servers, and the machines are slow and shared.
    testTimeout: 180_000,
    hookTimeout: 60_000,
    // The rows of the fault suite wait more than they work.
    maxConcurrency: 24,
    reporters: ["default", "json"],
    outputFile: { json: ".results/vitest.json" },
  },
});
