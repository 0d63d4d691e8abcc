/** Lets a number of calls run at once; the others wait in line. */
export interface ConcurrencyLimit {
  /**
   * Waits for a place.
   * @returns gives the place back
   * @throws the signal's reason when it aborts first
   */
  readonly enter: (signal: AbortSignal) => Promise<() => void>;
}

/** @param limit - how many may run at once */
export function createConcurrencyLimit(limit: number): ConcurrencyLimit {
  let running = 0;
  const waiting = new Set<() => void>();

  const leave = (): void => {
    const next = waiting.values().next().value;
    if (next === undefined) {
      running -= 1;
      return;
    }
    // The place goes to the next in line without becoming free in between.
    waiting.delete(next);
    next();
  };

  const wait = (signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const stop = (): void => {
        waiting.delete(proceed);
        reject(signal.reason);
      };
      const proceed = (): void => {
        signal.removeEventListener("abort", stop);
        resolve();
      };
      waiting.add(proceed);
      signal.addEventListener("abort", stop, { once: true });
    });

  return {
    enter: async (signal) => {
      signal.throwIfAborted();
      if (running < limit) running += 1;
      else await wait(signal);
      return leave;
    },
  };
}
