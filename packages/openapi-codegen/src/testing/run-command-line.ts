import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** How a program ended and what it said. */
export interface CommandLineResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line from its source in a process of its own. */
export function runCommandLine(argv: readonly string[], cwd: string): Promise<CommandLineResult> {
  return runNode([fileURLToPath(new URL("../cli.ts", import.meta.url)), ...argv], cwd);
}

/** Runs Node in a process of its own and waits for its end. */
export function runNode(argv: readonly string[], cwd: string): Promise<CommandLineResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, argv, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      stderr += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}
