import { BulkError } from "../bulk-error.ts";
import type { Journal, Slice } from "../journal/journal.ts";
import { systemClock } from "../pace/clock.ts";
import { runJobWith } from "./run-job.ts";
import type { RunOptions, RunSummary } from "./run-options.ts";

/** How a slice is run. */
export interface SliceOptions extends RunOptions {
  /** Receivers by their numbers, of `slicesOf`. */
  readonly slice: Slice;
}

/**
 * Cuts a planned job into slices, for a queue that gives each of them to a worker.
 *
 * @param receivers of a slice; 20 full batches by default
 * @throws BulkError when nothing is planned, or the number is none
 */
export async function slicesOf(journal: Journal, receivers = 10_000): Promise<Slice[]> {
  if (!Number.isInteger(receivers) || receivers < 1) {
    throw new BulkError(`A slice has a whole number of receivers, from 1, and not ${String(receivers)}.`);
  }
  const job = await journal.job();
  if (job === undefined) throw new BulkError(`${journal.name}: nothing is planned. Call planJob first.`);
  return Array.from({ length: Math.ceil(job.total / receivers) }, (_, index) => ({
    first: index * receivers + 1,
    last: Math.min(job.total, (index + 1) * receivers),
  }));
}

/**
 * Sends what of a slice is planned, as `runJob` does. A slice may be given to workers as often as a queue likes, also to two at once: what
 * was taken before is not planned any more, so it is not sent again.
 *
 * @returns `finished` when nothing of the slice is pending or under way. `paused`: give it again later
 * @throws BulkError when the journal is not shared, or an option cannot be used; nothing was sent then
 */
export async function runSlice(journal: Journal, options: SliceOptions): Promise<RunSummary> {
  const { first, last } = options.slice;
  if (!journal.isShared) {
    throw new BulkError(
      `${journal.name} has one runner at a time. Slices need a journal that machines share.`,
    );
  }
  if (!(Number.isInteger(first) && Number.isInteger(last) && first >= 1 && last >= first)) {
    throw new BulkError(`A slice is two whole numbers, 1 <= first <= last, and not ${first} to ${last}.`);
  }
  // A queue that begins a slice again must not end a pause that somebody asked for.
  return runJobWith(journal, { ...options, resume: options.resume ?? false }, systemClock);
}
