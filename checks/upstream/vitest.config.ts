import { defineConfig, type ViteUserConfigFnObject } from "vitest/config";
import { testLane } from "../../tools/test-lane.ts";

const config: ViteUserConfigFnObject = defineConfig(({ mode }) => ({ test: testLane(mode) }));

export default config;
