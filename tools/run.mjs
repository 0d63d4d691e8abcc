// Runs a command of the root (src/cli/commands.ts). Plain JavaScript, so that it can report an old Node.
import { readFileSync } from "node:fs";

const workspace = readFileSync(new URL("../pnpm-workspace.yaml", import.meta.url), "utf8");
const needed = /^nodeVersion: (.+)$/m.exec(workspace)?.[1] ?? "";
const running = process.versions.node;

if (running.localeCompare(needed, "en", { numeric: true }) < 0) {
  process.stderr.write(
    `The toolchain needs Node ${needed} or newer, but this is Node ${running}. On Linux and Intel Macs, \`pnpm install\` ` +
      "installs it.\nOn other machines, install that Node yourself. Then run the command again.\n",
  );
  process.exitCode = 1;
} else {
  await import("./src/cli/main.ts");
}
