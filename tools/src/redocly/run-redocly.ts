import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { RedoclyResult } from "./redocly-thread.ts";

/** Threads without a command. */
const idle: Worker[] = [];

/**
 * Runs a command of redocly in a thread of this process, because starting a process takes ten times as long as most commands.
 * @param argv - the command with its options, such as `["bundle", "openapi.yaml"]`; paths are relative to this process's folder
 * @returns its exit code, and what it wrote to standard error
 * @throws Error when redocly ends its thread
 */
export async function runRedocly(argv: readonly string[]): Promise<RedoclyResult> {
  const thread = idle.pop() ?? startThread();
  thread.ref();
  thread.postMessage(argv);
  const ended = new AbortController();
  try {
    const stopped = once(thread, "exit", { signal: ended.signal }).then(([code]) => {
      throw new Error(`redocly ${argv[0]} ended its thread with exit code ${code}`);
    });
    const [result] = await Promise.race([once(thread, "message", { signal: ended.signal }), stopped]);
    thread.unref();
    idle.push(thread);
    return result as RedoclyResult;
  } finally {
    ended.abort();
  }
}

function startThread(): Worker {
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  // Options of this process, such as `--input-type`, are not for the thread.
  return new Worker(new URL("redocly-thread.ts", import.meta.url), { env, execArgv: [] });
}
