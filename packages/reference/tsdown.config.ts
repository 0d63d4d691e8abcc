import { defineConfig, type UserConfig } from "tsdown";

// Compiled, because Node runs no TSX. The dependencies stay outside; the sources of @np6/openapi-document are copied.
const config: UserConfig = defineConfig({
  entry: ["src/build.ts"],
  outDir: "dist/program",
  format: "esm",
  platform: "node",
  target: "node24",
  dts: false,
});

export default config;
