import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    // One Prism for all that call startMock(); what a Prism of one's own is needed for is tested in processes of their own.
    globalSetup: "src/vitest-setup.ts",
    // No test replaces a module, so files can share them: loading them anew for each took a fifth of the time.
    isolate: false,
    reporters: ["default", "json"],
    outputFile: { json: ".results/vitest.json" },
    // Real Prism processes start in these tests; a loaded machine needs more than the default 5 seconds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

export default config;
