import { defineConfig, type UserConfig } from "tsdown";

const common: UserConfig = {
  format: ["esm", "cjs"],
  dts: true,
  // Each release compares the list of published files. A hash in a name would change with every line of code.
  hash: false,
  sourcemap: true,
  platform: "neutral",
  fixedExtension: true,
  target: "es2022",
  // The declarations and source maps keep the comments. Without them in the code, an import reads a quarter less.
  outputOptions: { comments: { legal: true, annotation: true, jsdoc: false } },
};

export default defineConfig([
  { ...common, entry: ["src/index.ts", "src/validate.ts"] },
  // Built separately: shared code would become a second file of the client, which takes longer to import.
  { ...common, entry: ["src/opentelemetry.ts"] },
  { ...common, entry: ["src/undici.ts"], deps: { neverBundle: [/^node:/] } },
]);
