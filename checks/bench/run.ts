import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

// The command: installs the peers, which are only needed here, and starts the bench with a young generation that is large
// enough to count what calls allocate. `--part <name>` (several times) runs a part only, `--quick` fewer rounds, `--docs`
// writes docs/performance.md.

const folder = fileURLToPath(new URL(".", import.meta.url));

function run(command: string, words: readonly string[]): void {
  const { status, error } = spawnSync(command, words, { cwd: folder, stdio: "inherit" });
  if (error !== undefined) throw new Error(`${command} could not be started`, { cause: error });
  if (status !== 0) process.exit(status ?? 1);
}

const built = new URL("../../packages/api-client/dist/index.mjs", import.meta.url);
if (!existsSync(built)) {
  throw new Error(
    "The packages are not built; run `pnpm bench` in the repository's root, which builds them first.",
  );
}
run("pnpm", ["install", "--frozen-lockfile"]);
const flags = ["--max-semi-space-size=128", "--min-semi-space-size=128"];
run(process.execPath, [...flags, "src/bench.ts", ...process.argv.slice(2).filter((word) => word !== "--")]);
