import type { TimeLimit } from "./time-limit.ts";

interface Waiter {
  readonly limit: TimeLimit;
  readonly proceed: () => void;
  readonly refuse: (cause: unknown) => void;
}

/** Calls that wait for their turn, in the order in which they came. */
export class WaitingLine {
  readonly #waiting = new Set<Waiter>();

  /** How many wait. */
  get size(): number {
    return this.#waiting.size;
  }

  /** Gives the first in line its turn. @returns false when nobody waits */
  admitNext(): boolean {
    const next = this.#waiting.values().next().value;
    if (next === undefined) return false;
    this.#waiting.delete(next);
    next.proceed();
    return true;
  }

  /** Ends the wait of all whom a test fits, for a cause. */
  refuse(fits: (limit: TimeLimit) => boolean, cause: unknown): void {
    for (const waiter of this.#waiting) {
      if (!fits(waiter.limit)) continue;
      this.#waiting.delete(waiter);
      waiter.refuse(cause);
    }
  }

  /**
   * Waits for the turn, and then looks at the time again.
   * @param giveBack - called when the turn came, but too late to be of use
   * @param onTurn - called when the turn comes
   * @throws what ended the limit, or the cause of a refusal
   */
  async wait(limit: TimeLimit, giveBack: () => void, onTurn?: () => void): Promise<void> {
    let hasTurn = false;
    let waiter: Waiter | undefined;
    const turn = new Promise<void>((resolve, reject) => {
      const proceed = (): void => {
        hasTurn = true;
        onTurn?.();
        resolve();
      };
      waiter = { limit, proceed, refuse: reject };
      this.#waiting.add(waiter);
    });
    try {
      await limit.race(turn);
      limit.throwIfEnded();
    } catch (cause) {
      if (hasTurn) giveBack();
      else if (waiter !== undefined) this.#waiting.delete(waiter);
      throw cause;
    }
  }
}
