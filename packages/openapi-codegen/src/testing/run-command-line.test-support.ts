import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { vi } from "vitest";
import { runCli } from "../cli/run-cli.ts";

/** Exit code and output of a program. */
export interface CommandLineResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in the test's process: its output is captured, and the current folder restored. */
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

/** Runs the command line from its source in a child process. */
export function runProgram(argv: readonly string[], cwd: string): Promise<CommandLineResult> {
  return runNode([fileURLToPath(new URL("../cli.ts", import.meta.url)), ...argv], cwd);
}

/** Runs Node in a child process and waits for its end. */
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
