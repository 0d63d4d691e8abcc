import { defineConfig, type UserConfig } from "tsdown";

const config: UserConfig = defineConfig({
  entry: ["src/build.ts"],
  outDir: "dist/program",
  format: "esm",
  platform: "node",
  target: "node24",
  dts: false,
});

export default config;
