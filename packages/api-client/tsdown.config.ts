import { defineConfig, type UserConfig } from "tsdown";
import { nameReexportedTypes } from "./name-reexported-types.ts";

/** Each entry contains the runtime: loading a second package takes a quarter of the time of an import (measured). */
const runtime = /^@np6\/openapi-runtime/;

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

const deps = { alwaysBundle: [runtime], dts: { alwaysBundle: [], neverBundle: [runtime] } };

export default defineConfig([
  {
    ...common,
    entry: ["src/index.ts", "src/validate.ts"],
    deps,
    hooks: { "build:done": ({ options }) => nameReexportedTypes(options.outDir) },
  },
  // Built separately: shared code would become a second file of the client, which takes longer to import.
  { ...common, entry: ["src/opentelemetry.ts"], deps },
  // Fakes and logs need the client's own classes, so these entries import the first one.
  {
    ...common,
    entry: ["src/testing.ts", "src/logging.ts"],
    deps: { ...deps, neverBundle: ["@np6/api-client"] },
  },
  // The command. It contains a copy of the document's reader, a devDependency of this workspace.
  {
    ...common,
    entry: ["src/cli.ts"],
    format: "esm",
    platform: "node",
    dts: false,
    deps: { neverBundle: [/^@np6\/api-client/, /^node:/], onlyBundle: [] },
  },
  { ...common, entry: ["src/undici.ts"], deps: { ...deps, neverBundle: [/^node:/] } },
]);
