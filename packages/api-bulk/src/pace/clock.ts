import { setTimeout as wait } from "node:timers/promises";

/** Time, so that a test can hold it in its hands. */
export interface Clock {
  /** Milliseconds since 1970, for the journal and `notAfter`. */
  readonly now: () => number;
  /** Milliseconds since whenever, which no change of the clock moves. */
  readonly elapsed: () => number;
  /** Waits; ends early, without an error, when the signal does. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** Above this, Node's timers fire at once. */
const longest = 2 ** 31 - 1;

/** The machine's own. */
export const systemClock: Clock = {
  now: Date.now,
  elapsed: () => performance.now(),
  sleep: (milliseconds, signal) =>
    wait(Math.min(milliseconds, longest), undefined, { signal }).catch(() => {}),
  random: Math.random,
};
