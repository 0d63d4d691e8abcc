import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["vitest/*.test.js"],
    globalSetup: "@np6/api-mock/vitest-setup",
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
