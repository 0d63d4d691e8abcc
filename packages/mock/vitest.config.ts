import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    reporters: ["default", "json"],
    outputFile: { json: ".results/vitest.json" },
    // Real Prism processes start in these tests; a loaded machine needs more than the default 5 seconds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

export default config;
