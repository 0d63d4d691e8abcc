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
  // The list of published files is compared at each release; a hash in a name would change it with every line of code.
  hash: false,
  outExtensions: () => ({ js: ".mjs", dts: ".d.mts" }),
});

export default config;
