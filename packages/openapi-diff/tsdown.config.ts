import { defineConfig, type UserConfig } from "tsdown";

const config: UserConfig = defineConfig({
  entry: { index: "src/index.ts", cli: "src/cli.ts" },
  format: "esm",
  platform: "node",
  target: "node20",
  sourcemap: true,
  dts: true,
  // Each release compares the list of published files; a hash in a name would change with every line of code.
  hash: false,
});

export default config;
