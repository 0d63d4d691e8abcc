import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { prismUrlVariable } from "../engine/prism-url-variable.ts";

/** A program started by a test. */
export interface TestProcess {
  readonly child: ChildProcess;
  /** All that it has printed so far, on both streams. */
  readonly output: () => string;
  /** Exit code or signal, once it has ended. */
  readonly ending: Promise<number | string | null>;
}

/** Where Node keeps the compiled sources, so that not every process strips their types anew. */
const compileCache = fileURLToPath(new URL("../../node_modules/.cache/node-compile", import.meta.url));

/** Starts Node with these arguments, for tests that look at a process from outside. A mock in it starts a Prism of its own. */
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

/** Asks again and again until the answer is true. The test's own time-out ends it. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await wait(25);
}

/** Process ids of the children of a process. */
export async function childrenOf(pid: number | undefined): Promise<number[]> {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-o", "pid=,ppid="]);
  return stdout
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([child, parent]) => (child !== undefined && parent === pid ? [child] : []));
}

/** True while a process with this id exists. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
