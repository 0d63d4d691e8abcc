import { defineConfig, type ViteUserConfigFnObject } from "vitest/config";
import { testLane } from "../../tools/test-lane.ts";

const config: ViteUserConfigFnObject = defineConfig(({ mode }) => ({
  test: {
    ...testLane(mode),
    // All mocks share one Prism: the mock of this run, and those of the documentation's examples.
    globalSetup: [
      "@np6/api-mock/vitest-setup",
      "src/exchanges/start-mock.ts",
      ...(mode === "slow" ? [] : ["src/coverage/print-coverage.ts"]),
    ],
    // In Node 24, removing types from the documentation's examples is experimental.
    execArgv: ["--disable-warning=ExperimentalWarning"],
  },
}));

export default config;
