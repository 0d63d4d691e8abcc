import type { Clock } from "../pace/clock.ts";

/** A clock on which waiting takes no time; `jump` moves the wall clock alone, as somebody who sets it does. */
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
