import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * Type-checks the suite against the packed client's declarations.
 * @returns the compiler's complaints; empty when there are none
 */
export function checkTypes(): string {
  const folder = fileURLToPath(new URL("..", import.meta.url));
  const args = ["node_modules/typescript/bin/tsc", "--noEmit"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  return status === 0 ? "" : `${stdout}${stderr}`.trim();
}
