import { defineConfig, type UserConfig } from "tsdown";

const config: UserConfig = defineConfig({
  entry: ["src/index.ts", "src/cli.ts", "src/exit-with-parent.ts"],
  format: "esm",
  platform: "node",
  target: "node20",
  sourcemap: true,
  dts: true,
  // The operation table's reader, a devDependency of this workspace, is copied into dist: consumers do not install the
  // code generator. From node_modules nothing is copied.
  deps: { onlyBundle: [] },
});

export default config;
