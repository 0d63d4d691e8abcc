import { setTimeout as wait } from "node:timers/promises";
import type { Journal } from "../../journal/journal.ts";
import type { CommandLine } from "../options.ts";
import { createProgressLine } from "../progress-line.ts";
import type { Terminal } from "../terminal.ts";

const everyMs = 1000;
/** Age after which `status` suggests to purge the job. */
const purgeAfterMs = 30 * 24 * 3600 * 1000;

/** Prints the state of a job; with `--watch` each second until no process runs it. @returns the exit code */
export async function statusCommand(
  line: CommandLine,
  journal: Journal,
  terminal: Terminal,
): Promise<number> {
  const isJson = line.flag("json");
  const show = createProgressLine(() => performance.now());
  const stop = new AbortController();
  const done = terminal.onInterrupt(() => stop.abort());
  try {
    for (;;) {
      const [isRunning, job, counts] = [
        await journal.isRunning(),
        await journal.job(),
        await journal.counts(),
      ];
      const state = isRunning
        ? "running"
        : counts.sending > 0
          ? `not running: its process ended, and ${counts.sending} receivers in flight may have been executed`
          : counts.total > 0 && counts.pending === 0
            ? "finished"
            : `not running${job?.paused === undefined ? "" : `: ${job.paused}`}`;
      const isOld =
        job !== undefined && job.purgedAt === undefined && Date.now() - job.createdAt > purgeAfterMs;
      if (isOld && !isRunning) {
        terminal.printMessage(
          "The job is older than 30 days. When its receivers are no longer needed, remove them: `np6-bulk purge`.\n",
        );
      }
      terminal.out(
        `${isJson ? JSON.stringify({ job: job ?? null, isRunning, counts }) : `${show(counts)}\n${state}`}\n`,
      );
      if (!line.flag("watch") || !isRunning || stop.signal.aborted) return 0;
      await wait(everyMs, undefined, { signal: stop.signal }).catch(() => {});
    }
  } finally {
    done();
  }
}
