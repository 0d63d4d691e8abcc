import type { Clock } from "./clock.ts";

/** What a pace is made with. */
export interface PaceOptions {
  readonly batchSize: number;
  readonly maxAtStake: number;
  readonly maxConcurrency: number;
  /** Most requests in a second; undefined without a limit. */
  readonly rate: number | undefined;
  /** A batch that takes longer makes the next ones smaller, before a server on the way cuts it. */
  readonly targetLatencyMs: number;
  /** The most items that the API takes at once, as far as it has told. */
  readonly batchLimit: number | undefined;
  /** Begin with one receiver, then 10, 100 and so on. */
  readonly canary: boolean;
}

/** How fast a job is sent: how many at once, how large, and when. */
export interface Pace {
  /** Size of the next batch. */
  readonly size: number;
  /** How many batches may be under way. */
  readonly concurrency: number;
  /** Milliseconds until the next batch may be sent; 0 for now. */
  readonly wait: () => number;
  readonly sent: () => void;
  readonly answered: (items: number, latencyMs: number) => void;
  /** @param retryAfterMs what the server said; else full jitter, from a second to a minute */
  readonly held: (retryAfterMs: number | undefined) => void;
  readonly unknown: () => void;
  readonly tooLarge: (items: number) => void;
  /** The API said that no more calls are left: one batch at a time, until one succeeds again. */
  readonly exhausted: () => void;
}

/** Good answers after which one more batch may be under way, or batches may be larger again. */
const goodAnswersToGrow = 20;

/** Makes a pace. Concurrency grows by one and falls by half, as TCP's; at most `maxAtStake` receivers are under way. */
export function createPace(options: PaceOptions, clock: Clock): Pace {
  let limit = Math.min(options.batchSize, options.maxAtStake, options.batchLimit ?? options.batchSize);
  let size = options.canary ? 1 : limit;
  let concurrency = 1;
  let good = 0;
  let holds = 0;
  let closedUntil = 0;
  let nextSend = 0;
  let isExhausted = false;
  /** The first batches: one at a time, each larger than the one before. */
  let isCanary = options.canary;

  const ceiling = (): number =>
    Math.max(1, Math.min(options.maxConcurrency, Math.floor(options.maxAtStake / size)));

  return {
    get size() {
      return size;
    },
    get concurrency() {
      return isCanary || isExhausted ? 1 : Math.min(concurrency, ceiling());
    },
    wait: () => Math.max(0, closedUntil - clock.elapsed(), nextSend - clock.elapsed()),
    sent: () => {
      if (options.rate !== undefined) {
        nextSend = Math.max(nextSend, clock.elapsed()) + 1000 / options.rate;
      }
    },
    answered: (items, latencyMs) => {
      holds = 0;
      isExhausted = false;
      if (latencyMs > options.targetLatencyMs) {
        // What is smaller than the others was not slow because it is large.
        if (items >= size) size = Math.max(1, Math.min(size, Math.floor(items / 2)));
        concurrency = Math.max(1, concurrency - 1);
        good = 0;
        isCanary = false;
        return;
      }
      if (isCanary && items >= size) {
        size = Math.min(limit, size < 100 ? size * 10 : size * 2);
        isCanary = size < limit;
      }
      good += 1;
      if (good < goodAnswersToGrow) return;
      good = 0;
      if (size < limit) size = Math.min(limit, Math.ceil(size * 1.25));
      else concurrency = Math.min(concurrency + 1, ceiling());
    },
    held: (retryAfterMs) => {
      good = 0;
      // Batches that were under way when the others were told to wait say nothing new.
      if (clock.elapsed() >= closedUntil) {
        holds += 1;
        concurrency = Math.max(1, Math.floor(concurrency / 2));
      }
      const jitter = Math.max(250, clock.random() * Math.min(60_000, 1000 * 2 ** (holds - 1)));
      // A Retry-After of 0 is no reason for a hot loop.
      closedUntil = Math.max(closedUntil, clock.elapsed() + Math.max(250, retryAfterMs ?? jitter));
    },
    unknown: () => {
      concurrency = 1;
      good = 0;
    },
    tooLarge: (items) => {
      limit = Math.max(1, Math.min(limit, Math.floor(items / 2)));
      size = Math.min(size, limit);
      isCanary = false;
    },
    exhausted: () => {
      isExhausted = true;
    },
  };
}
