import type { TimeLimit } from "./time-limit.ts";
import { WaitingLine } from "./waiting-line.ts";

/** Lets a number of calls run at once; the others wait in line. */
export class ConcurrencyLimit {
  readonly #limit: number;
  readonly #line = new WaitingLine();
  #running = 0;

  /** @param limit - how many may run at once */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Takes a place. @returns false when there is none: wait for one */
  tryEnter(): boolean {
    if (this.#running >= this.#limit) return false;
    this.#running += 1;
    return true;
  }

  /**
   * Waits for a place, in order. A place that comes when the time is up goes to the next in line.
   * @throws what ended the limit, when it ends first
   */
  wait(limit: TimeLimit): Promise<void> {
    return this.#line.wait(limit, this.leave);
  }

  /** Gives a place back. It goes to the next in line without becoming free in between. */
  readonly leave = (): void => {
    if (!this.#line.admitNext()) this.#running -= 1;
  };
}
