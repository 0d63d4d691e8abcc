import { defineConfig, type ViteUserConfigFnObject } from "vitest/config";
import { testLane } from "./test-lane.ts";

const config: ViteUserConfigFnObject = defineConfig(({ mode }) => ({
  test: {
    ...testLane(mode),
    // These are the last to run, when the other core has nothing to do any more.
    maxWorkers: 2,
  },
}));

export default config;
