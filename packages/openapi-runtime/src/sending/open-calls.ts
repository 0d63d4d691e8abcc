import type { Failure } from "../failures/failure.ts";
import type { TimeLimit } from "../limits/time-limit.ts";

/** What became of the calls that had not ended when a client was closed. Each call is counted once. */
export interface CloseReport {
  /** Ended by themselves within the grace, with a success or a failure that says that they did not run. */
  readonly finished: number;
  /** Ended by the closing, and can be made again: nothing was sent, it was refused, or a repeat does no harm. */
  readonly notSent: number;
  /** May have run, and nobody knows: their failures have `outcomeUnknown: true`. */
  readonly unknown: number;
}

/** The calls of a client that have not ended, so that they can be brought to an end. */
export class OpenCalls {
  /** Limits of calls that wait in line, and of those that have their place. */
  readonly #inLine = new Set<TimeLimit>();
  readonly #running = new Set<TimeLimit>();
  readonly #counts = { finished: 0, notSent: 0, unknown: 0 };
  #isClosed = false;
  #graceTimer: ReturnType<typeof setTimeout> | undefined;
  #graceEndsAt = Number.POSITIVE_INFINITY;
  #allEnded: (() => void) | undefined;
  #closing: Promise<CloseReport> | undefined;

  /** Whether no further call may begin. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** A call begins to wait in line. */
  queue(limit: TimeLimit): void {
    this.#inLine.add(limit);
  }

  /** A call waits no longer. */
  unqueue(limit: TimeLimit): void {
    this.#inLine.delete(limit);
    this.#tellWhenAllEnded();
  }

  /** A call has its place. It ends at once when the client was closed while the place was handed over. */
  start(limit: TimeLimit): void {
    this.#running.add(limit);
    if (this.#isClosed) limit.cut("closed", closed());
  }

  /** A call that had its place has ended. */
  end(limit: TimeLimit): void {
    this.#running.delete(limit);
    this.#tellWhenAllEnded();
  }

  /** Counts how a call ended, if that is asked for. */
  count(failure: Failure | undefined, byClosing: boolean): void {
    if (!this.#isClosed) return;
    if (failure?.outcomeUnknown === true) this.#counts.unknown += 1;
    else if (byClosing) this.#counts.notSent += 1;
    else this.#counts.finished += 1;
  }

  /**
   * Ends the calls in line at once, and those that run after a grace.
   * @param graceMs - milliseconds; of several closings, the shortest counts
   */
  close(graceMs: number): Promise<CloseReport> {
    this.#isClosed = true;
    const cause = closed();
    for (const limit of this.#inLine) limit.cut("closed", cause);
    this.#closing ??= new Promise<void>((resolve) => {
      this.#allEnded = resolve;
    }).then(() => ({ ...this.#counts }));
    const graceEndsAt = performance.now() + graceMs;
    if (graceEndsAt < this.#graceEndsAt) {
      this.#graceEndsAt = graceEndsAt;
      clearTimeout(this.#graceTimer);
      this.#graceTimer = setTimeout(() => {
        for (const limit of this.#running) limit.cut("closed", cause);
      }, graceMs);
    }
    this.#tellWhenAllEnded();
    return this.#closing;
  }

  #tellWhenAllEnded(): void {
    if (this.#allEnded === undefined || this.#inLine.size + this.#running.size > 0) return;
    clearTimeout(this.#graceTimer);
    const resolve = this.#allEnded;
    this.#allEnded = undefined;
    // In a later turn: whoever made the calls hears of their end before it is said that all have ended.
    setTimeout(resolve, 0);
  }
}

function closed(): Error {
  return new Error("the client was closed");
}
