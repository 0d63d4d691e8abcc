import type { TimeLimit } from "./time-limit.ts";

interface Waiter {
  readonly limit: TimeLimit;
  readonly proceed: () => void;
  readonly refuse: (cause: unknown) => void;
}

/** A queue of waiting calls, first in, first out. */
export class WaitingQueue {
  readonly #waiting = new Set<Waiter>();

  /** Number of waiting calls. */
  get size(): number {
    return this.#waiting.size;
  }

  /** Gives the first waiting call its turn. @returns false when no call waits */
  admitNext(): boolean {
    const next = this.#waiting.values().next().value;
    if (next === undefined) return false;
    this.#waiting.delete(next);
    next.proceed();
    return true;
  }

  /** Ends the wait of every call whose limit matches a test, with a cause. */
  refuse(fits: (limit: TimeLimit) => boolean, cause: unknown): void {
    for (const waiter of this.#waiting) {
      if (!fits(waiter.limit)) continue;
      this.#waiting.delete(waiter);
      waiter.refuse(cause);
    }
  }

  /**
   * Waits for its turn, and then checks the time again.
   * @param release - called when the turn arrived too late
   * @param onAdmitted - called when the turn arrives
   * @throws the cause of the limit's end, or of a refusal
   */
  async wait(limit: TimeLimit, release: () => void, onAdmitted?: () => void): Promise<void> {
    let isAdmitted = false;
    let waiter: Waiter | undefined;
    const admission = new Promise<void>((resolve, reject) => {
      const proceed = (): void => {
        isAdmitted = true;
        onAdmitted?.();
        resolve();
      };
      waiter = { limit, proceed, refuse: reject };
      this.#waiting.add(waiter);
    });
    try {
      await limit.race(admission);
      limit.throwIfEnded();
    } catch (cause) {
      if (isAdmitted) release();
      else if (waiter !== undefined) this.#waiting.delete(waiter);
      throw cause;
    }
  }
}
