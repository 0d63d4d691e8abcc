import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { CheckResult } from "./check-page.ts";

/** Type-checks this folder, which no other command does: only this one installs what it needs. */
export function checkTypes(): CheckResult {
  const cwd = fileURLToPath(new URL("..", import.meta.url));
  const args = ["node_modules/typescript/bin/tsc", "--noEmit"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8" });
  return { name: "these checks compile", problems: status === 0 ? [] : [`${stdout}${stderr}`.trim()] };
}
