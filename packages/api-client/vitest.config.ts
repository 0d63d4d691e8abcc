import { defineConfig, type ViteUserConfigFnObject } from "vitest/config";
import { testLane } from "../../tools/test-lane.ts";

const config: ViteUserConfigFnObject = defineConfig(({ mode }) => ({
  test: {
    ...testLane(mode, "{src,soak}"),
    // The slow lane skips the type tests.
    typecheck: { enabled: mode !== "slow", include: ["src/**/*.test-d.ts"], checker: "tsc" },
  },
}));

export default config;
