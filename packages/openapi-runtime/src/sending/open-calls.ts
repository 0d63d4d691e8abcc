import type { Failure } from "../failures/failure.ts";
import type { TimeLimit } from "../limits/time-limit.ts";

/** Results of the calls that were open when a client was closed. Each call is counted once. */
export interface CloseReport {
  /** Calls that ended within the grace period, with a success or a failure that proves that they did not run. */
  readonly finished: number;
  /** Calls that the closing ended, and that can be repeated: not sent, refused, or idempotent. */
  readonly notSent: number;
  /** Calls that may have run: their failures have `outcomeUnknown: true`. */
  readonly unknown: number;
}

/** The open calls of a client, which `close` ends. */
export class OpenCalls {
  /** Time limits of the queued calls, and of the calls that have a slot. */
  readonly #queued = new Set<TimeLimit>();
  readonly #running = new Set<TimeLimit>();
  readonly #counts = { finished: 0, notSent: 0, unknown: 0 };
  #isClosed = false;
  #graceTimer: ReturnType<typeof setTimeout> | undefined;
  #graceEndsAt = Number.POSITIVE_INFINITY;
  #onAllEnded: (() => void) | undefined;
  #closing: Promise<CloseReport> | undefined;

  /** Whether no further call may begin. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Registers a call that begins to wait in the queue. */
  queue(limit: TimeLimit): void {
    this.#queued.add(limit);
  }

  /** Removes a call that left the queue. */
  unqueue(limit: TimeLimit): void {
    this.#queued.delete(limit);
    this.#notifyWhenAllEnded();
  }

  /** Registers a call that got its slot. It ends at once when the client was closed meanwhile. */
  start(limit: TimeLimit): void {
    this.#running.add(limit);
    if (this.#isClosed) limit.cut("closed", closed());
  }

  /** Removes a call that had a slot and has ended. */
  end(limit: TimeLimit): void {
    this.#running.delete(limit);
    this.#notifyWhenAllEnded();
  }

  /** Counts a call's result, if the client was closed. */
  count(failure: Failure | undefined, byClosing: boolean): void {
    if (!this.#isClosed) return;
    if (failure?.outcomeUnknown === true) this.#counts.unknown += 1;
    else if (byClosing) this.#counts.notSent += 1;
    else this.#counts.finished += 1;
  }

  /**
   * Ends the queued calls at once, and the running calls after a grace period.
   * @param graceMs - milliseconds; of several calls of `close`, the shortest counts
   */
  close(graceMs: number): Promise<CloseReport> {
    this.#isClosed = true;
    const cause = closed();
    for (const limit of this.#queued) limit.cut("closed", cause);
    this.#closing ??= new Promise<void>((resolve) => {
      this.#onAllEnded = resolve;
    }).then(() => ({ ...this.#counts }));
    const graceEndsAt = performance.now() + graceMs;
    if (graceEndsAt < this.#graceEndsAt) {
      this.#graceEndsAt = graceEndsAt;
      clearTimeout(this.#graceTimer);
      this.#graceTimer = setTimeout(() => {
        for (const limit of this.#running) limit.cut("closed", cause);
      }, graceMs);
    }
    this.#notifyWhenAllEnded();
    return this.#closing;
  }

  #notifyWhenAllEnded(): void {
    if (this.#onAllEnded === undefined || this.#queued.size + this.#running.size > 0) return;
    clearTimeout(this.#graceTimer);
    const resolve = this.#onAllEnded;
    this.#onAllEnded = undefined;
    // In a later turn of the event loop, so that the callers get their results before `close` resolves.
    setTimeout(resolve, 0);
  }
}

function closed(): Error {
  return new Error("the client was closed");
}
