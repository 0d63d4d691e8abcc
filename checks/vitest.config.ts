import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{bench,browser,rehearsal}/src/**/*.test.ts"],
    // Files share a process: a new one for each costs more than most of them (measured: a quarter to a half of the processor time).
    isolate: false,
    reporters: ["default", "json"],
    outputFile: { json: ".results/vitest.json" },
  },
});
