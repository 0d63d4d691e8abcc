import { setTimeout as wait } from "node:timers/promises";

/** The clock, which tests replace. */
export interface Clock {
  /** Milliseconds since 1970, for the journal and `notAfter`. */
  readonly now: () => number;
  /** Milliseconds since an arbitrary moment; setting the system clock does not change it. */
  readonly elapsed: () => number;
  /** Waits; ends early, without an error, when the signal aborts. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** A random number from 0 to 1. */
  readonly random: () => number;
}

/** Longest delay in milliseconds; beyond it, Node's timers fire at once. */
const longest = 2 ** 31 - 1;

/** The machine's clock. */
export const systemClock: Clock = {
  now: Date.now,
  elapsed: () => performance.now(),
  sleep: (milliseconds, signal) =>
    wait(Math.min(milliseconds, longest), undefined, { signal }).catch(() => {}),
  random: Math.random,
};
