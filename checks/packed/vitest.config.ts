import { defineConfig } from "vitest/config";

// Tests that pack, install and run the packages like a consumer; they need the registry.
export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    testTimeout: 600_000,
    hookTimeout: 900_000,
    fileParallelism: false,
    globalSetup: "src/shared-folder.ts",
    reporters: ["default", "json"],
    outputFile: { json: ".results/packages.json" },
  },
});
