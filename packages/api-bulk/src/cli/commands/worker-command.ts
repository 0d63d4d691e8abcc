import { setTimeout as wait } from "node:timers/promises";
import { BulkError } from "../../bulk-error.ts";
import type { Journal } from "../../journal/journal.ts";
import { JournalWriteError } from "../../journal-write-error.ts";
import type { JobEvent } from "../../protocol/job-event.ts";
import { runJob } from "../../protocol/run-job.ts";
import type { RunSummary } from "../../protocol/run-options.ts";
import type { BulkTelemetry } from "../../telemetry/create-bulk-telemetry.ts";
import { operationOf } from "../operation-of.ts";
import type { CommandLine } from "../options.ts";
import { paceOf } from "../pace-of.ts";
import type { Terminal } from "../terminal.ts";
import { serveHealth } from "./serve-health.ts";

/** Interval in which a waiting worker checks whether it can send. */
const pollMs = 2000;

/**
 * Works on a job with other workers until nothing is left. It waits while the job is not planned, or is paused until a
 * person resumes it.
 * @returns the exit code: 0 when the job is over in any way, so that no supervisor restarts this worker
 */
export async function workerCommand(
  line: CommandLine,
  journal: Journal,
  terminal: Terminal,
): Promise<number> {
  const { printMessage, out } = terminal;
  const operation = operationOf(line, terminal);
  const [stop, abort] = [new AbortController(), new AbortController()];
  const done = terminal.onInterrupt(() => {
    if (stop.signal.aborted) {
      printMessage("Giving up: the batches in flight become unknown.\n");
      abort.abort();
    } else {
      printMessage("Stopping: no batch begins, and those in flight finish. Stop it again to give them up.\n");
      stop.abort();
    }
  });
  const port = line.number("health-port");
  const health = port === undefined ? undefined : await serveHealth(port, () => journal.job());
  const json = line.flag("json");
  const telemetry = line.flag("metrics") ? await startTelemetry() : undefined;
  const event = (happened: JobEvent): void => {
    telemetry?.event(happened);
    if (json) out(`${JSON.stringify(happened)}\n`);
  };
  let lastStatus = "";
  const showStatus = (text: string): void => {
    if (text !== lastStatus) printMessage(`${text}\n`);
    lastStatus = text;
  };
  try {
    while (!stop.signal.aborted) {
      const job = await journal.job();
      if (job !== undefined && job.paused === undefined) {
        showStatus("Sending.");
        const options = {
          operation,
          ...paceOf(line),
          resume: false,
          signal: stop.signal,
          abortSignal: abort.signal,
        };
        const summary = await runJob(journal, {
          ...options,
          on: { event, ...(telemetry && { progress: telemetry.progress }) },
        });
        if (summary.state !== "paused") return finish(summary, terminal);
        showStatus(`The job is paused: ${summary.reason ?? "by a person"}`);
      } else if (job?.cancelled) {
        return finish({ state: "cancelled", reason: job.paused, counts: await journal.counts() }, terminal);
      } else showStatus(job === undefined ? "Nothing is planned yet." : `The job is paused: ${job.paused}`);
      await wait(pollMs, undefined, { signal: stop.signal }).catch(() => {});
    }
    return 130;
  } catch (error) {
    if (!(error instanceof JournalWriteError)) throw error;
    printMessage(`${error.message}\n`);
    return 4;
  } finally {
    done();
    await health?.close();
  }
}

/** Makes metrics for the OpenTelemetry SDK that was loaded before this process started. */
async function startTelemetry(): Promise<BulkTelemetry> {
  const { createBulkTelemetry } = await import("../../telemetry/create-bulk-telemetry.ts").catch(
    (error: unknown) => {
      throw new BulkError(
        "--metrics needs the package `@opentelemetry/api`, and an SDK that is loaded by --import.",
        {
          cause: error,
        },
      );
    },
  );
  return createBulkTelemetry();
}

function finish(summary: RunSummary, { printMessage }: Terminal): number {
  const { done, failed, unknown, ran, pending } = summary.counts;
  printMessage(
    `${summary.state}: ${done} done, ${failed} failed, ${unknown + ran} may have run, ${pending} pending${
      summary.reason === undefined ? "" : `; ${summary.reason}`
    }\n`,
  );
  return summary.state === "interrupted" ? 130 : 0;
}
