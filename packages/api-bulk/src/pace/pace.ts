import type { Clock } from "./clock.ts";

/** Options of a pace. */
export interface PaceOptions {
  readonly batchSize: number;
  readonly maxAtStake: number;
  readonly maxConcurrency: number;
  /** Largest number of requests per second; undefined for no limit. */
  readonly rate: number | undefined;
  /** A slower batch makes the next ones smaller, before a server on the way ends the request. */
  readonly targetLatencyMs: number;
  /** Largest batch that the API accepts, as far as it is known. */
  readonly batchLimit: number | undefined;
  /** Begin with one receiver, then 10, 100 and so on. */
  readonly canary: boolean;
}

/** State of a pace, as plain data: a journal shared by machines stores it for all of them. */
export interface PaceState {
  /** The most items that a batch may have now. */
  limit: number;
  size: number;
  concurrency: number;
  good: number;
  holds: number;
  /** By `elapsed` of the clock, like `nextSend`. */
  closedUntil: number;
  nextSend: number;
  isExhausted: boolean;
  /** Whether the first batches are sent: one at a time, each larger than the one before. */
  isCanary: boolean;
}

/** The pace of a job: number, size and time of its batches. */
export interface Pace {
  readonly state: Readonly<PaceState>;
  /** Size of the next batch. */
  readonly size: number;
  /** Largest number of batches in flight. */
  readonly concurrency: number;
  /** Milliseconds until the next batch may be sent; 0 for now. */
  readonly wait: () => number;
  readonly sent: () => void;
  readonly answered: (items: number, latencyMs: number) => void;
  /** @param retryAfterMs the server's Retry-After; without it, the wait has full jitter, up to a minute */
  readonly held: (retryAfterMs: number | undefined) => void;
  readonly unknown: () => void;
  readonly tooLarge: (items: number) => void;
  /** The API reported that no calls are left: one batch at a time, until one succeeds again. */
  readonly exhausted: () => void;
}

/** Successes after which one more batch may be in flight, or batches may be larger again. */
const goodAnswersToGrow = 20;

/** Makes the first state of a pace. */
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
 * Makes a pace. Concurrency grows by one and is halved, like TCP's; at most `maxAtStake` receivers are in flight.
 *
 * @param earlier state of an earlier pace, to continue from
 */
export function createPace(
  options: PaceOptions,
  clock: Pick<Clock, "elapsed" | "random">,
  earlier?: PaceState,
): Pace {
  const state: PaceState = { ...(earlier ?? beginning(options)) };
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
        // A batch smaller than the current size was not slow because of its size.
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
      // Refusals of batches that were in flight when the wait began contain no new information.
      if (clock.elapsed() >= state.closedUntil) {
        state.holds += 1;
        state.concurrency = Math.max(1, Math.floor(state.concurrency / 2));
      }
      const jitter = Math.max(250, clock.random() * Math.min(60_000, 1000 * 2 ** (state.holds - 1)));
      // The minimum prevents a hot loop after a Retry-After of 0.
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
