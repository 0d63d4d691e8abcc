import { defineConfig, type ViteUserConfigFnObject } from "vitest/config";
import { testLane } from "../../tools/test-lane.ts";

const config: ViteUserConfigFnObject = defineConfig(({ mode }) => ({
  test: {
    ...testLane(mode),
    // One Prism for all that call startMock(); what a Prism of one's own is needed for is tested in processes of their own.
    globalSetup: "src/vitest-setup.ts",
  },
}));

export default config;
