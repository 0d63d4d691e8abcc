import { copyFileSync } from "node:fs";
import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/index.ts", "src/guards.ts", "src/methods.ts"],
  format: ["esm", "cjs"],
  dts: true,
  // The list of published files is compared at each release; a hash in a name would change it with every line of code.
  hash: false,
  sourcemap: true,
  platform: "neutral",
  fixedExtension: true,
  target: "es2022",
  // Consumers get the very document that the types were generated from; its sha256 stands in the generated file's banner.
  onSuccess: () => copyFileSync("../../spec/dist/openapi.json", "dist/openapi.json"),
});
