import { defineConfig, type ViteUserConfigFnObject } from "vitest/config";
import { testLane } from "../../tools/test-lane.ts";

const config: ViteUserConfigFnObject = defineConfig(({ mode }) => ({
  test: {
    ...testLane(mode),
    // One Prism for all tests that call startMock(). Tests that need their own Prism run separate processes.
    globalSetup: "src/vitest-setup.ts",
  },
}));

export default config;
