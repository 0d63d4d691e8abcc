/** Why a call was cut short. */
export type CutReason = "attemptTimeoutMs" | "deadlineMs" | "signal";

/**
 * A clock that ends with the first of several causes, and says which it was. A timer and a controller of our own cost less
 * than AbortSignal.timeout and AbortSignal.any (measured), and can be taken back: nothing is left on the caller's signal,
 * however many calls it sees.
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
  /** Who is told of the end: the limit inside this one, or who waits in `race`. A call does one thing at a time. */
  #watcher: ((cause: unknown) => void) | undefined;

  /**
   * Starts the clock.
   * @param name - what the limit is called when it runs out
   * @param limitMs - milliseconds, at most 2^31-1
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

  /** @throws what ended the limit, if it has ended */
  throwIfEnded(): void {
    if (this.#reason !== undefined) throw this.#cause;
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

  /** One timer for this limit and the one around it, whichever is up first. */
  #startTimer(): void {
    if (this.#timer !== undefined) return;
    const outer = this.#outer;
    const first = outer !== undefined && outer.#endsAt < this.#endsAt ? outer : this;
    // A negative number makes Node warn; time may be up already on a busy machine.
    this.#timer = setTimeout(() => first.#runOut(), Math.max(first.remainingMs, 0));
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
