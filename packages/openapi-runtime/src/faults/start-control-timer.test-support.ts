import { monitorEventLoopDelay, performance } from "node:perf_hooks";

/** The clock of a deadline, as a timer that starts in the same moment sees it. */
export interface ControlTimer {
  /**
   * How long after the deadline this moment is, in milliseconds, less what this machine was late itself; negative
   * before the deadline.
   */
  readonly overdueMs: () => number;
  readonly stop: () => void;
}

/**
 * Starts a timer for a deadline. A machine that is too busy to fire it in time is too busy for the client's timers as
 * well, so only what goes beyond that counts.
 */
export function startControlTimer(deadlineMs: number): ControlTimer {
  const endsAt = performance.now() + deadlineMs;
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  let lateMs = 0;
  const timer = setTimeout(() => {
    lateMs = performance.now() - endsAt;
  }, deadlineMs);
  return {
    overdueMs: () => performance.now() - endsAt - lateMs - delay.max / 1e6,
    stop: () => {
      clearTimeout(timer);
      delay.disable();
    },
  };
}
