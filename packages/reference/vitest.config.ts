import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["src/**/*.test.ts", "src/**/*.test.tsx"],
    // Generous: the machines are slow and shared.
    testTimeout: 60_000,
    reporters: ["default", "json"],
    outputFile: { json: ".results/vitest.json" },
  },
});

export default config;
