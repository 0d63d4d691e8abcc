import type { TimeLimit } from "./time-limit.ts";
import { WaitingQueue } from "./waiting-queue.ts";

/** Lets a number of calls run at the same time; the others wait in a queue. */
export class ConcurrencyLimit {
  readonly #limit: number;
  readonly #queue = new WaitingQueue();
  #running = 0;

  /** @param limit - largest number of calls that run at the same time */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Takes a slot. @returns false when no slot is free; call `wait` then */
  tryEnter(): boolean {
    if (this.#running >= this.#limit) return false;
    this.#running += 1;
    return true;
  }

  /**
   * Waits for a slot, in order. A slot that becomes free too late is passed to the next call in the queue.
   * @throws the cause of the limit's end, when the limit ends first
   */
  wait(limit: TimeLimit): Promise<void> {
    return this.#queue.wait(limit, this.leave);
  }

  /** Releases a slot. The next call in the queue gets it directly, so no other call can take it. */
  readonly leave = (): void => {
    if (!this.#queue.admitNext()) this.#running -= 1;
  };
}
