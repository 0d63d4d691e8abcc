import { defineConfig, type ViteUserConfigFnObject } from "vitest/config";
import { testLane } from "../../tools/test-lane.ts";

const config: ViteUserConfigFnObject = defineConfig(({ mode }) => ({
  test: {
    ...testLane(mode),
    // The slow lane skips the type tests.
    typecheck: { enabled: mode !== "slow", include: ["src/**/*.test-d.ts"], checker: "tsc" },
    // The tests of the fault suite mostly wait, so many run at the same time.
    maxConcurrency: 24,
  },
}));

export default config;
