import { defineConfig, type UserConfig } from "tsdown";

const config: UserConfig = defineConfig({
  entry: {
    index: "src/index.ts",
    postgres: "src/postgres.ts",
    "pg-boss": "src/pg-boss.ts",
    opentelemetry: "src/opentelemetry.ts",
    cli: "src/cli.ts",
  },
  format: "esm",
  platform: "node",
  target: "node22",
  sourcemap: true,
  dts: true,
  // Each release compares the list of published files. A hash in a name would change with every line of code.
  hash: false,
  outExtensions: () => ({ js: ".mjs", dts: ".d.mts" }),
});

export default config;
