import { defineConfig, type ViteUserConfigFnObject } from "vitest/config";
import { testLane } from "../../tools/test-lane.ts";

const config: ViteUserConfigFnObject = defineConfig(({ mode }) => ({
  test: {
    ...testLane(mode),
    // The compiler has nothing to do with the slow tests.
    typecheck: { enabled: mode !== "slow", include: ["src/**/*.test-d.ts"], checker: "tsc" },
    // The rows of the fault suite wait more than they work.
    maxConcurrency: 24,
  },
}));

export default config;
