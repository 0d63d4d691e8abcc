/** Why a call was cut short. */
export type CutReason = "attemptTimeoutMs" | "deadlineMs" | "queueTimeoutMs" | "signal" | "closed";

/** A timer that fires later than this, in milliseconds, says that the process stood still: frozen, or its loop blocked. */
const standstillMs = 250;

/**
 * After a standstill, time goes on until nothing was heard for `quietMs`, and no longer than `mostMs`. The event loop
 * must have turned so often: each turn reads from the sockets what came meanwhile.
 */
const readOn = { turns: 3, quietMs: 50, mostMs: 200 };

/**
 * A clock that ends with the first of several causes, and says which it was. A timer and a controller of our own cost
 * less than AbortSignal.timeout and AbortSignal.any (measured). They can be taken back: nothing is left on the caller's
 * signal, however many calls it sees.
 */
export class TimeLimit {
  readonly #name: CutReason;
  readonly #endsAt: number;
  #outer: TimeLimit | undefined;
  /** Takes the listener off the caller's signal. */
  #leaveCaller: (() => void) | undefined;
  #controller: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #reason: CutReason | undefined;
  #cause: unknown;
  /** What the work ended with because of this limit's signal: a transport may know that nothing was sent. */
  workFailure: unknown;
  /** When the work was last heard of; see `readOn`. */
  #heardAt = 0;
  /** Who is told of the end: the limit inside this one, or who waits in `race`. A call does one thing at a time. */
  #watcher: ((cause: unknown) => void) | undefined;

  /**
   * Starts the clock.
   * @param name - what the limit is called when it runs out
   * @param limitMs - milliseconds, at most 2^31-1, or Infinity for a limit that only other causes end
   * @param outer - a wider limit, or the caller's signal; its end ends this one
   */
  constructor(name: CutReason, limitMs: number, outer: TimeLimit | AbortSignal | undefined) {
    this.#name = name;
    this.#endsAt = performance.now() + limitMs;
    if (outer instanceof TimeLimit) this.#startWithin(outer);
    else if (outer !== undefined) this.#startUnder(outer);
  }

  /** Aborts when the limit ends. Made when it is asked for: not every limit needs one. */
  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#reason === undefined) this.#startTimer();
      else this.#controller.abort(this.#cause);
    }
    return this.#controller.signal;
  }

  /** What ended it; undefined while it runs. */
  get reason(): CutReason | undefined {
    return this.#reason;
  }

  /** Milliseconds until the time is up. */
  get remainingMs(): number {
    return this.#endsAt - performance.now();
  }

  /**
   * Looks at the clock too: a timer that is due may not have fired yet, and what begins now would begin too late.
   * @throws what ended the limit, if it has ended
   */
  throwIfEnded(): void {
    const first = this.#first;
    if (this.#reason === undefined && first.remainingMs <= 0) first.#runOut();
    if (this.#reason !== undefined) throw this.#cause;
  }

  /** Ends the limit for a reason from outside, unless it has ended. */
  cut(reason: CutReason, cause: unknown): void {
    this.#end(reason, cause);
  }

  /** Takes note that a part of the work arrived: a process that stood still is given time to read on. */
  heard(): void {
    // The clock is looked at only when it matters; every piece of every answer comes by here.
    if (this.#heardAt > 0) this.#heardAt = performance.now();
  }

  /**
   * Waits for work, but no longer than the limit lasts: a custom fetch, or a key function, may not listen to a signal. One
   * work at a time.
   * @param discard - is given what the work resolves to when nobody waits for it any more; it must not throw
   * @throws what ended the limit, when it ends first; the work's own error otherwise
   */
  race<T>(work: Promise<T>, discard?: (late: T) => void): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#reason === undefined) {
        this.#startTimer();
        this.#watcher = reject;
      } else {
        reject(this.#cause);
      }
      work.then(
        (value) => {
          this.#watcher = undefined;
          if (this.#reason !== undefined) discard?.(value);
          resolve(value);
        },
        (error: unknown) => {
          this.#watcher = undefined;
          // Before whoever waits for the limit's own cause goes on: a transport that hears the signal fails first.
          if (this.#reason !== undefined) this.workFailure = error;
          reject(error);
        },
      );
    });
  }

  /** Lets go of the timer, and of the caller's signal or the wider limit; call it when the work has ended. */
  release(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#leaveCaller?.();
    if (this.#outer !== undefined) this.#outer.#watcher = undefined;
  }

  #startWithin(outer: TimeLimit): void {
    this.#outer = outer;
    const onEnd = (cause: unknown): void => this.#end(outer.#reason ?? "signal", cause);
    if (outer.#reason === undefined) outer.#watcher = onEnd;
    else onEnd(outer.#cause);
  }

  #startUnder(caller: AbortSignal): void {
    const onAbort = (): void => this.#end("signal", caller.reason);
    if (caller.aborted) {
      onAbort();
      return;
    }
    caller.addEventListener("abort", onAbort, { once: true });
    this.#leaveCaller = () => caller.removeEventListener("abort", onAbort);
  }

  /** This limit or the one around it, whichever is up first. */
  get #first(): TimeLimit {
    const outer = this.#outer;
    return outer !== undefined && outer.#endsAt < this.#endsAt ? outer : this;
  }

  /** One timer for this limit and the one around it. */
  #startTimer(): void {
    if (this.#timer !== undefined) return;
    const first = this.#first;
    if (first.#endsAt === Number.POSITIVE_INFINITY) return;
    // A negative number makes Node warn; time may be up already on a busy machine.
    const waitMs = Math.max(first.remainingMs, 0);
    const dueAt = performance.now() + waitMs;
    this.#timer = setTimeout(() => {
      const now = performance.now();
      if (now - dueAt <= standstillMs) first.#runOut();
      else this.#readOn(first, now, 1);
    }, waitMs);
  }

  /**
   * Lets time run out only when the sockets have nothing more to say. Timers come before them in a turn of the event
   * loop. So after a standstill an answer that came in time would be taken for one that did not.
   */
  #readOn(first: TimeLimit, since: number, turn: number): void {
    this.#heardAt = Math.max(this.#heardAt, since);
    this.#timer = setTimeout(() => {
      const now = performance.now();
      const isQuiet = now - this.#heardAt >= readOn.quietMs || now - since >= readOn.mostMs;
      if (turn >= readOn.turns && isQuiet) first.#runOut();
      else this.#readOn(first, since, turn + 1);
    }, 1);
  }

  #runOut(): void {
    this.#end(this.#name, new Error(`${this.#name} ran out`));
  }

  #end(reason: CutReason, cause: unknown): void {
    if (this.#reason !== undefined) return;
    this.#reason = reason;
    this.#cause = cause;
    this.#controller?.abort(cause);
    const watcher = this.#watcher;
    this.#watcher = undefined;
    watcher?.(cause);
  }
}
