import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { vi } from "vitest";
import { runCli } from "../cli/run-cli.ts";

/** How a program ended and what it said. */
export interface CommandLineResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in this process, which is a test's own: what it prints is caught, and the current folder set back. */
export async function runCommandLine(argv: readonly string[], cwd: string): Promise<CommandLineResult> {
  const printed = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((name) =>
    vi.spyOn(process[name], "write").mockImplementation((chunk) => {
      printed[name] += chunk;
      return true;
    }),
  );
  const before = process.cwd();
  try {
    process.chdir(cwd);
    const code = await runCli(argv);
    return { code, ...printed };
  } finally {
    process.chdir(before);
    for (const spy of spies) spy.mockRestore();
  }
}

/** Runs the command line from its source in a process of its own. */
export function runProgram(argv: readonly string[], cwd: string): Promise<CommandLineResult> {
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
