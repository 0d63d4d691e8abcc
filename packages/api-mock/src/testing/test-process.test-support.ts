import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { prismUrlVariable } from "../engine/prism-url-variable.ts";

/** A program started by a test. */
export interface TestProcess {
  readonly child: ChildProcess;
  /** All output so far, on both streams. */
  readonly output: () => string;
  /** Exit code or signal, once it has ended. */
  readonly ending: Promise<number | string | null>;
}

/** Node's cache of compiled sources, so that types are not stripped again by every process. */
const compileCache = fileURLToPath(new URL("../../node_modules/.cache/node-compile", import.meta.url));

/** Starts Node with these arguments, for tests that observe a process from outside. A mock in it starts a Prism. */
export function startProcess(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): TestProcess {
  const { [prismUrlVariable]: _, ...inherited } = process.env;
  const env = { ...inherited, NODE_COMPILE_CACHE: compileCache, ...environment };
  const child = spawn(process.execPath, args, { env });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const ending = once(child, "close").then(([code, signal]) => signal ?? code);
  return { child, output: () => output, ending };
}

/** Repeats a check until it returns true. The test's own time-out ends it. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await wait(25);
}

/** Returns the process ids of the children of a process. */
export async function childrenOf(pid: number | undefined): Promise<number[]> {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-o", "pid=,ppid="]);
  return stdout
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([child, parent]) => (child !== undefined && parent === pid ? [child] : []));
}

/** Whether a process with this id exists. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
