import type { Journal, Slice } from "../journal/journal.ts";
import { executionId } from "../protocol/execution-id.ts";
import type { RunOptions, RunSummary } from "../protocol/run-options.ts";
import { runSlice, slicesOf } from "../protocol/run-slice.ts";

/** The used part of a `PgBoss` of pg-boss 12. The caller starts and stops it. */
export interface Boss {
  createQueue(name: string, options: QueueOptions): Promise<unknown>;
  insert(name: string, jobs: { id: string; data: object }[]): Promise<unknown>;
  work(
    name: string,
    options: { pollingIntervalSeconds: number; localConcurrency: number },
    handler: (jobs: { data: unknown }[]) => Promise<unknown>,
  ): Promise<unknown>;
  offWork(name: string, options: { wait: boolean }): Promise<unknown>;
}

/** Retry options of pg-boss for a slice. With any values, no receiver is sent to twice. */
export interface QueueOptions {
  readonly expireInSeconds: number;
  readonly retryLimit: number;
  readonly retryDelay: number;
}

/** Message of the queue for a slice. */
export interface SliceMessage extends Slice {
  /** The job's name in the journal. */
  readonly job: string;
}

const defaults: QueueOptions = { expireInSeconds: 3600, retryLimit: 1000, retryDelay: 5 };
const atOnce = 1000;

/** Options of the queue. */
export interface EnqueueOptions {
  /** The job's name in the journal. */
  readonly job: string;
  /** Name of the queue. Default: `np6-bulk`. */
  readonly queue?: string;
  /** Number of receivers in a slice. Default: 10,000. */
  readonly receivers?: number;
}

/**
 * Puts the slices of a planned job into a queue of pg-boss. A repeat adds the missing ones, because a slice always has
 * the same id.
 * @returns the number of slices
 */
export async function enqueueSlices(boss: Boss, journal: Journal, options: EnqueueOptions): Promise<number> {
  const { job, queue = "np6-bulk", receivers } = options;
  const slices = await slicesOf(journal, receivers);
  const planned = await journal.job();
  await boss.createQueue(queue, defaults);
  for (let start = 0; start < slices.length; start += atOnce) {
    const jobs = slices.slice(start, start + atOnce).map((slice) => ({
      id: executionId(planned?.id ?? "", slice.first),
      data: { job, ...slice } satisfies SliceMessage,
    }));
    await boss.insert(queue, jobs);
  }
  return slices.length;
}

/** Options of the work on slices. */
export interface SliceWorkOptions extends Omit<RunOptions, "resume" | "takeover"> {
  /** Opens the journal of a job, once per job; the caller closes it. */
  readonly open: (job: string) => Promise<Journal>;
  /** Name of the queue. Default: `np6-bulk`. */
  readonly queue?: string;
  /** Number of concurrent slices in this process. Default: 2. */
  readonly slicesAtOnce?: number;
  /** Called for each slice. */
  readonly onSlice?: (message: SliceMessage, summary: RunSummary) => unknown;
}

/**
 * Works on slices until the signal aborts. Then no slice begins, and the running ones end. A slice that is not
 * finished, because the job is paused or the signal aborted, is returned to the queue.
 */
export async function workOnSlices(boss: Boss, options: SliceWorkOptions): Promise<void> {
  const { open, queue = "np6-bulk", slicesAtOnce = 2, onSlice, ...run } = options;
  const journals = new Map<string, Promise<Journal>>();
  const journalOf = (job: string): Promise<Journal> => {
    const opened = journals.get(job) ?? open(job);
    journals.set(job, opened);
    opened.catch(() => journals.delete(job));
    return opened;
  };
  await boss.createQueue(queue, defaults);
  const handler = async (jobs: { data: unknown }[]): Promise<void> => {
    for (const { data } of jobs) {
      const message = data as SliceMessage;
      const { first, last } = message;
      const summary = await runSlice(await journalOf(message.job), { ...run, slice: { first, last } });
      onSlice?.(message, summary);
      if (summary.state === "finished" || summary.state === "cancelled") continue;
      throw new Error(`receivers ${first} to ${last} are not finished: ${summary.reason ?? summary.state}`);
    }
  };
  await boss.work(queue, { pollingIntervalSeconds: 1, localConcurrency: slicesAtOnce }, handler);
  await new Promise<void>((resolve) => {
    if (run.signal === undefined) return;
    if (run.signal.aborted) resolve();
    else run.signal.addEventListener("abort", () => resolve(), { once: true });
  });
  await boss.offWork(queue, { wait: true });
}
