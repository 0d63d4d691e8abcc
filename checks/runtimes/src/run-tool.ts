import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";

/** The repository's pnpm, as `npx` calls it; `pnpm` itself need not be installed. */
function pnpm(): string {
  const manifest = readFileSync(new URL("../../../package.json", import.meta.url), "utf8");
  // Without the hash, which npx does not know.
  return (JSON.parse(manifest) as { packageManager: string }).packageManager.replace(/\+.*/, "");
}

/**
 * Runs a tool quietly.
 * @throws Error with its output when it fails
 */
export async function runTool(
  tool: "pnpm" | "npm",
  args: readonly string[],
  folder: string,
  stop: AbortSignal,
): Promise<void> {
  const [command, first] = tool === "pnpm" ? ["npx", ["--yes", pnpm()]] : ["npm", []];
  const child = spawn(command, [...first, ...args], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    signal: stop,
  });
  const [output, complaints, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close") as Promise<[number | null]>,
  ]);
  if (code !== 0) {
    throw new Error(`${tool} ${args.join(" ")} failed (${code}):\n${output}${complaints}`);
  }
}
