import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { killAtExit } from "./kill-at-exit.ts";

const program = fileURLToPath(new URL("../bin/np6-bulk.mjs", import.meta.resolve("@np6/api-bulk")));
const clock = new URL("shift-clock.mjs", import.meta.url).href;

/** Environment of all commands of one job. */
export interface JobSettings {
  readonly database: string;
  readonly job: string;
  readonly api: string;
}

/** A process of `np6-bulk`. */
export interface Command {
  readonly pid: number;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  readonly output: () => string;
}

/** Starts `np6-bulk` with a clock that is wrong by this many milliseconds. */
export function startCommand(settings: JobSettings, words: readonly string[], clockOffsetMs = 0): Command {
  const child = spawn(process.execPath, ["--import", clock, program, ...words], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      NP6_BULK_JOURNAL: settings.database,
      NP6_BULK_JOB: settings.job,
      NP6_BASE_URL: settings.api,
      NP6_API_KEY: "any-key-of-the-mock",
      NP6_CLOCK_OFFSET_MS: String(clockOffsetMs),
    },
  });
  killAtExit(child);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => (text += bytes));
  return {
    pid: child.pid ?? 0,
    kill: (signal) => void child.kill(signal),
    ended: once(child, "close").then(([code, signal]) => (signal ?? code) as number | string),
    output: () => text,
  };
}
