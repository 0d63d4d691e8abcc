import { defineConfig, type UserConfig } from "tsdown";

const common: UserConfig = {
  platform: "node",
  target: "node20",
  sourcemap: true,
  dts: true,
  // Each release compares the list of published files. A hash in a name would change with every line of code.
  hash: false,
  // The operation table's reader, a devDependency of this workspace, is copied into dist, so that consumers need not
  // install the code generator. Nothing is copied from node_modules.
  deps: { onlyBundle: [] },
};

const config: UserConfig[] = defineConfig([
  // Also for tests that Jest runs as CommonJS.
  { ...common, entry: ["src/index.ts", "src/jest.ts", "src/node-test.ts"], format: ["esm", "cjs"] },
  {
    ...common,
    entry: {
      vitest: "src/vitest.ts",
      "vitest-setup": "src/vitest-setup.ts",
      cli: "src/cli.ts",
      // Prism's process finds it beside the file that starts it.
      "exit-with-parent": "src/engine/exit-with-parent.ts",
    },
    format: "esm",
  },
]);

export default config;
