import { defineConfig, type UserConfig } from "tsdown";
import { nameReexportedTypes } from "./name-reexported-types.ts";

/** The runtime's code goes into each entry: finding and loading a second package takes a quarter of the time of an import (measured). */
const runtime = /^@np6\/openapi-runtime/;

const common: UserConfig = {
  format: ["esm", "cjs"],
  dts: true,
  // The list of published files is compared at each release; a hash in a name would change it with every line of code.
  hash: false,
  sourcemap: true,
  platform: "neutral",
  fixedExtension: true,
  target: "es2022",
  // The declarations and the source maps have the comments. Without them, an import reads a quarter less.
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
  // On its own, so that the client is not split in two files for the little that both need: importing it would take longer.
  { ...common, entry: ["src/opentelemetry.ts"], deps },
  // What is made up or logged is of the client's own classes, so these take them from the first entry.
  {
    ...common,
    entry: ["src/testing.ts", "src/logging.ts"],
    deps: { ...deps, neverBundle: ["@np6/api-client"] },
  },
  // The command. The document's reader, a devDependency of this workspace, is copied into it.
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
