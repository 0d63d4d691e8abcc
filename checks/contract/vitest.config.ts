import { defineConfig, type ViteUserConfigFnObject } from "vitest/config";
import { testLane } from "../../tools/test-lane.ts";

const config: ViteUserConfigFnObject = defineConfig(({ mode }) => ({
  test: {
    ...testLane(mode),
    // One Prism for all: the mock of this run, and those that the documentation's examples start.
    globalSetup: [
      "@np6/api-mock/vitest-setup",
      "src/exchanges/start-mock.ts",
      ...(mode === "slow" ? [] : ["src/coverage/print-coverage.ts"]),
    ],
    // Taking types out of the documentation's examples is experimental in Node 24.
    execArgv: ["--disable-warning=ExperimentalWarning"],
  },
}));

export default config;
