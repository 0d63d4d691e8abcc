import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

// The command: installs what is only needed here, and lets Stryker change the client's sources in a copy, one place at a
// time. Everything after the command's name goes on to Stryker, for example `--mutate src/sending/send.ts`.

const folder = fileURLToPath(new URL(".", import.meta.url));
const runtime = fileURLToPath(new URL("../../packages/openapi-runtime", import.meta.url));
const stryker = fileURLToPath(new URL("node_modules/@stryker-mutator/core/bin/stryker.js", import.meta.url));

function run(command: string, words: readonly string[], cwd: string): void {
  const { status, error } = spawnSync(command, words, { cwd, stdio: "inherit" });
  if (error !== undefined) throw new Error(`${command} could not be started`, { cause: error });
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(stryker)) run("pnpm", ["install", "--frozen-lockfile"], folder);
const [separator, ...rest] = process.argv.slice(2);
const words = separator === "--" ? rest : process.argv.slice(2);
run(process.execPath, [stryker, "run", "../../checks/mutation/stryker.config.json", ...words], runtime);
