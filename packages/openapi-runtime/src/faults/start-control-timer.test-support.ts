import { monitorEventLoopDelay, performance } from "node:perf_hooks";

/** The clock of a deadline, measured by a timer that starts at the same moment. */
export interface ControlTimer {
  /** Milliseconds since the deadline, less the delay of this machine; negative before the deadline. */
  readonly overdueMs: () => number;
  readonly stop: () => void;
}

/**
 * Starts a timer for a deadline. A machine that is too busy to fire it in time also delays the client's timers, so only
 * a longer delay counts.
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
