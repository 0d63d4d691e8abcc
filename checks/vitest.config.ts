import { defineConfig, type ViteUserConfigFnObject } from "vitest/config";
import { testLane } from "../tools/test-lane.ts";

const config: ViteUserConfigFnObject = defineConfig(({ mode }) => ({
  test: testLane(mode, "{bench,browser,rehearsal}/src"),
}));

export default config;
