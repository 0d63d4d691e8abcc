import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    // Files share a process: a new one for each costs more than most of them (measured: a quarter to a half of the processor time).
    isolate: false,
    reporters: ["default", "json"],
    outputFile: { json: ".results/vitest.json" },
  },
});

export default config;
