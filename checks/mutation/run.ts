import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

// Lets Stryker change the runtime's sources in a copy, one place at a time. Everything behind the command goes on to Stryker, for example
// `--mutate src/sending/send.ts`.

const runtime = fileURLToPath(new URL("../../packages/openapi-runtime", import.meta.url));
const stryker = fileURLToPath(new URL("node_modules/@stryker-mutator/core/bin/stryker.js", import.meta.url));
const words = [stryker, "run", "../../checks/mutation/stryker.config.json", ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, words, { cwd: runtime, stdio: "inherit" }).status ?? 1;
