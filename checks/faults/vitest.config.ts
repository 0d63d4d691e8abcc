import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    // `pnpm check slow` runs these.
    exclude: ["**/*.slow.test.ts"],
    // Files share a process: a new one for each costs more than most of them (measured: a quarter to a half of the processor time).
    isolate: false,
    // Longer than a condition is waited for, so that its own message is what a failure shows.
    testTimeout: 120_000,
    reporters: ["default", "json"],
    outputFile: { json: ".results/vitest.json" },
  },
});

export default config;
