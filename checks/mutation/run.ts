import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

// Runs Stryker, which changes sources in a copy, one place at a time: those of the runtime, or with the word `bulk` the
// protocol and the recovery of jobs. Further arguments are passed to Stryker, for example `--mutate
// src/sending/send.ts`.

const [word, ...options] = process.argv.slice(2);
const isBulk = word === "bulk";
const cwd = fileURLToPath(
  new URL(isBulk ? "../../packages/api-bulk" : "../../packages/openapi-runtime", import.meta.url),
);
const config = `../../checks/mutation/stryker${isBulk ? ".bulk" : ""}.config.json`;
const stryker = fileURLToPath(new URL("node_modules/@stryker-mutator/core/bin/stryker.js", import.meta.url));
const words = [stryker, "run", config, ...(isBulk ? options : process.argv.slice(2))];
process.exitCode = spawnSync(process.execPath, words, { cwd, stdio: "inherit" }).status ?? 1;
