import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../bin/np6-bulk.mjs", import.meta.url));

/** Time and memory of a command. */
export interface Cost {
  readonly seconds: number;
  /** Largest resident memory in megabytes, as reported by Linux. */
  readonly mostMemory: number;
  /** The same in the second and in the last fifth of the time; if memory does not grow, both are about equal. */
  readonly early: number;
  readonly late: number;
}

/** Runs `np6-bulk` and watches its memory. @throws Error with the command's messages, when it fails */
export async function runCommand(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<Cost> {
  const started = performance.now();
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ...environment },
  });
  let said = "";
  child.stderr.on("data", (chunk) => (said += chunk));
  const ended = once(child, "close");
  let isOver = false;
  void ended.then(() => (isOver = true));
  const seen: { readonly at: number; readonly megabytes: number }[] = [];
  let mostMemory = 0;
  while (!isOver) {
    const { now, most } = memoryOf(child.pid);
    seen.push({ at: performance.now() - started, megabytes: now });
    mostMemory = Math.max(mostMemory, most);
    await Promise.race([ended, wait(50)]);
  }
  const [code] = await ended;
  // 2: some receivers failed, 3: some are unknown. Both are regular ends of a job.
  if (![0, 2, 3].includes(Number(code))) throw new Error(`np6-bulk ${args[0]} ended with ${code}: ${said}`);
  const all = performance.now() - started;
  const most = (from: number, to: number) =>
    Math.max(
      0,
      ...seen.filter(({ at }) => at >= from * all && at <= to * all).map(({ megabytes }) => megabytes),
    );
  return { seconds: all / 1000, mostMemory, early: most(0.2, 0.4), late: most(0.8, 1) };
}

function memoryOf(pid: number | undefined): { readonly now: number; readonly most: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const read = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1000;
    return { now: read("VmRSS"), most: read("VmHWM") };
  } catch {
    return { now: 0, most: 0 };
  }
}
