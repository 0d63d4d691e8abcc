import { BulkError } from "../bulk-error.ts";
import type { Journal, Slice } from "../journal/journal.ts";
import { systemClock } from "../pace/clock.ts";
import { runJobWith } from "./run-job.ts";
import type { RunOptions, RunSummary } from "./run-options.ts";

/** Options of a slice's run. */
export interface SliceOptions extends RunOptions {
  /** Range of receivers, from `slicesOf`. */
  readonly slice: Slice;
}

/**
 * Cuts a planned job into slices, for a queue that distributes them to workers.
 *
 * @param receivers number of receivers in a slice; default: 20 full batches
 * @throws BulkError when nothing is planned, or the number is invalid
 */
export async function slicesOf(journal: Journal, receivers = 10_000): Promise<Slice[]> {
  if (!Number.isInteger(receivers) || receivers < 1) {
    throw new BulkError(
      `The size of a slice must be a whole number of at least 1, and is ${String(receivers)}.`,
    );
  }
  const job = await journal.job();
  if (job === undefined) throw new BulkError(`${journal.name}: nothing is planned. Call planJob first.`);
  return Array.from({ length: Math.ceil(job.total / receivers) }, (_, index) => ({
    first: index * receivers + 1,
    last: Math.min(job.total, (index + 1) * receivers),
  }));
}

/**
 * Sends the planned receivers of a slice, like `runJob`. A queue may deliver a slice repeatedly, even to two workers at
 * the same time: receivers that were taken before are no longer planned, so they are not sent to again.
 *
 * @returns `finished` when nothing of the slice is pending or in flight. `paused`: deliver it again later
 * @throws BulkError when the journal is not shared, or an option is invalid; nothing was sent
 */
export async function runSlice(journal: Journal, options: SliceOptions): Promise<RunSummary> {
  const { first, last } = options.slice;
  if (!journal.isShared) {
    throw new BulkError(
      `${journal.name} has one runner at a time. Slices need a journal that machines share.`,
    );
  }
  if (!(Number.isInteger(first) && Number.isInteger(last) && first >= 1 && last >= first)) {
    throw new BulkError(`A slice must be two whole numbers, 1 <= first <= last, and is ${first} to ${last}.`);
  }
  // A queue that restarts a slice must not end a pause that a person ordered.
  return runJobWith(journal, { ...options, resume: options.resume ?? false }, systemClock);
}
