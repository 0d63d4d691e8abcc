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

/** Where a pace stands, as plain data: a journal that machines share keeps it for all of them. */
export interface PaceState {
  /** The most items that a batch may have now. */
  limit: number;
  size: number;
  concurrency: number;
  good: number;
  holds: number;
  /** By `elapsed` of the clock, as `nextSend`. */
  closedUntil: number;
  nextSend: number;
  isExhausted: boolean;
  /** The first batches: one at a time, each larger than the one before. */
  isCanary: boolean;
}

/** How fast a job is sent: how many at once, how large, and when. */
export interface Pace {
  readonly state: Readonly<PaceState>;
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

/** Where a pace begins. */
function beginning(options: PaceOptions): PaceState {
  const limit = Math.min(options.batchSize, options.maxAtStake, options.batchLimit ?? options.batchSize);
  const size = options.canary ? 1 : limit;
  return {
    limit,
    size,
    concurrency: 1,
    good: 0,
    holds: 0,
    closedUntil: 0,
    nextSend: 0,
    isExhausted: false,
    isCanary: options.canary,
  };
}

/**
 * Makes a pace. Concurrency grows by one and falls by half, as TCP's; at most `maxAtStake` receivers are under way.
 *
 * @param stands where an earlier one stood, to go on from there
 */
export function createPace(
  options: PaceOptions,
  clock: Pick<Clock, "elapsed" | "random">,
  stands?: PaceState,
): Pace {
  const state: PaceState = { ...(stands ?? beginning(options)) };
  const ceiling = (): number =>
    Math.max(1, Math.min(options.maxConcurrency, Math.floor(options.maxAtStake / state.size)));

  return {
    state,
    get size() {
      return state.size;
    },
    get concurrency() {
      return state.isCanary || state.isExhausted ? 1 : Math.min(state.concurrency, ceiling());
    },
    wait: () => Math.max(0, state.closedUntil - clock.elapsed(), state.nextSend - clock.elapsed()),
    sent: () => {
      if (options.rate !== undefined) {
        state.nextSend = Math.max(state.nextSend, clock.elapsed()) + 1000 / options.rate;
      }
    },
    answered: (items, latencyMs) => {
      state.holds = 0;
      state.isExhausted = false;
      if (latencyMs > options.targetLatencyMs) {
        // What is smaller than the others was not slow because it is large.
        if (items >= state.size) state.size = Math.max(1, Math.min(state.size, Math.floor(items / 2)));
        state.concurrency = Math.max(1, state.concurrency - 1);
        state.good = 0;
        state.isCanary = false;
        return;
      }
      if (state.isCanary && items >= state.size) {
        state.size = Math.min(state.limit, state.size < 100 ? state.size * 10 : state.size * 2);
        state.isCanary = state.size < state.limit;
      }
      state.good += 1;
      if (state.good < goodAnswersToGrow) return;
      state.good = 0;
      if (state.size < state.limit) state.size = Math.min(state.limit, Math.ceil(state.size * 1.25));
      else state.concurrency = Math.min(state.concurrency + 1, ceiling());
    },
    held: (retryAfterMs) => {
      state.good = 0;
      // Batches that were under way when the others were told to wait say nothing new.
      if (clock.elapsed() >= state.closedUntil) {
        state.holds += 1;
        state.concurrency = Math.max(1, Math.floor(state.concurrency / 2));
      }
      const jitter = Math.max(250, clock.random() * Math.min(60_000, 1000 * 2 ** (state.holds - 1)));
      // A Retry-After of 0 is no reason for a hot loop.
      state.closedUntil = Math.max(
        state.closedUntil,
        clock.elapsed() + Math.max(250, retryAfterMs ?? jitter),
      );
    },
    unknown: () => {
      state.concurrency = 1;
      state.good = 0;
    },
    tooLarge: (items) => {
      state.limit = Math.max(1, Math.min(state.limit, Math.floor(items / 2)));
      state.size = Math.min(state.size, state.limit);
      state.isCanary = false;
    },
    exhausted: () => {
      state.isExhausted = true;
    },
  };
}
