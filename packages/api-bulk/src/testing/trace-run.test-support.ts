import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { readTrace, type TraceEvent, tracedCalls } from "./read-trace.test-support.ts";

const program = fileURLToPath(new URL("run-job-child.test-support.ts", import.meta.url));

/** A run that was traced. */
export interface TracedRun {
  readonly code: unknown;
  readonly out: string;
  readonly error: string;
  readonly events: readonly TraceEvent[];
}

/** One run of a journal in a separate process. */
export interface TracedJob {
  readonly file: string;
  readonly url: string;
  readonly batchSize: number;
  readonly synchronous?: "FULL" | "NORMAL";
  /** Faults that strace injects, such as `pwrite64:error=ENOSPC:when=7+`, into calls on the write-ahead log. */
  readonly inject?: string;
}

/** Runs a job under strace, one batch at a time. */
export async function traceRun(job: TracedJob): Promise<TracedRun> {
  const log = `${job.file}.trace`;
  const injected = job.inject === undefined ? [] : ["-e", `inject=${job.inject}`, "-P", `${job.file}-wal`];
  const size = String(job.batchSize);
  const args = [job.file, job.url, size, size, "none", "0", job.synchronous ?? "FULL"];
  const child = spawn(
    "strace",
    [
      "-f",
      "-y",
      "-xx",
      "-s",
      "65536",
      "-o",
      log,
      "-e",
      tracedCalls,
      ...injected,
      process.execPath,
      program,
      ...args,
    ],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  let [out, error] = ["", ""];
  child.stdout.on("data", (chunk) => (out += chunk));
  child.stderr.on("data", (chunk) => (error += chunk));
  const [code, signal] = await once(child, "close");
  return { code: signal ?? code, out, error, events: await readTrace(log, job.file) };
}
