import { defineConfig, type ViteUserConfig } from "vitest/config";

// The tests of `pnpm check slow`: they take seconds each, and CI runs them once.
const config: ViteUserConfig = defineConfig({
  test: {
    include: ["src/**/*.slow.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["default", "json"],
    outputFile: { json: ".results/slow.json" },
  },
});

export default config;
