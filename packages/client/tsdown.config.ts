import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/index.ts", "src/validate.ts", "src/undici.ts"],
  format: ["esm", "cjs"],
  dts: true,
  // The list of published files is compared at each release; a hash in a name would change it with every line of code.
  hash: false,
  sourcemap: true,
  platform: "neutral",
  // Of the entry for undici, which is for Node only.
  deps: { neverBundle: [/^node:/] },
  fixedExtension: true,
  target: "es2022",
});
