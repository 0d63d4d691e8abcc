import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/index.ts", "src/validate.ts"],
  format: ["esm", "cjs"],
  dts: true,
  // The list of published files is compared at each release; a hash in a name would change it with every line of code.
  hash: false,
  sourcemap: true,
  platform: "neutral",
  fixedExtension: true,
  target: "es2022",
});
