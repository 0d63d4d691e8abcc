import { defineConfig, type ViteUserConfigFnObject } from "vitest/config";
import { testLane } from "./test-lane.ts";

const config: ViteUserConfigFnObject = defineConfig(({ mode }) => ({
  test: {
    ...testLane(mode),
    // These tests run last, when the other core is idle.
    maxWorkers: 2,
  },
}));

export default config;
