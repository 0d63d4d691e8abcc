import type { Clock } from "../pace/clock.ts";

/** A clock whose waits take no time; `jump` changes only the wall clock, as setting the clock does. */
export function createFakeClock(random: () => number = () => 0.5): Clock & {
  readonly jump: (milliseconds: number) => void;
} {
  let now = Date.UTC(2026, 0, 1);
  let elapsed = 0;
  return {
    now: () => now,
    elapsed: () => elapsed,
    random,
    sleep: async (milliseconds) => {
      now += milliseconds;
      elapsed += milliseconds;
      await new Promise(setImmediate);
    },
    jump: (milliseconds) => {
      now += milliseconds;
    },
  };
}
