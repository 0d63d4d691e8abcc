/** The cause of a call's early end. */
export type CutReason = "attemptTimeoutMs" | "deadlineMs" | "queueTimeoutMs" | "signal" | "closed";

/** A timer that is later than this, in milliseconds, shows a standstill: the process was frozen or its loop blocked. */
const standstillMs = 250;

/**
 * After a standstill, the limit ends once nothing arrived for `quietMs`, and after `mostMs` at the latest. The event
 * loop must have turned `turns` times: each turn reads the data that arrived on the sockets meanwhile.
 */
const readOn = { turns: 3, quietMs: 50, mostMs: 200 };

/**
 * A time limit that ends with the first of several causes, and reports it. A timer and a controller of our own cost
 * less than AbortSignal.timeout and AbortSignal.any (measured). They can also be removed: no listener stays on the
 * caller's signal, however many calls use it.
 */
export class TimeLimit {
  readonly #name: CutReason;
  readonly #endsAt: number;
  #outer: TimeLimit | undefined;
  /** Removes the listener from the caller's signal. */
  #leaveCaller: (() => void) | undefined;
  #controller: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #reason: CutReason | undefined;
  #cause: unknown;
  /** The error of the work after this limit aborted it. From it, a transport may prove that nothing was sent. */
  workFailure: unknown;
  /** Time of the last sign of the work; see `readOn`. */
  #progressedAt = 0;
  /** Called at the end: by the limit inside this one, or by `race`. A call does one thing at a time. */
  #watcher: ((cause: unknown) => void) | undefined;

  /**
   * Starts the clock.
   * @param name - the reason that the limit reports when its time is over
   * @param limitMs - milliseconds, at most 2^31-1, or Infinity for a limit that only other causes end
   * @param outer - a wider limit, or the caller's signal; its end ends this limit
   */
  constructor(name: CutReason, limitMs: number, outer: TimeLimit | AbortSignal | undefined) {
    this.#name = name;
    this.#endsAt = performance.now() + limitMs;
    if (outer instanceof TimeLimit) this.#startWithin(outer);
    else if (outer !== undefined) this.#startUnder(outer);
  }

  /** Aborts when the limit ends. Made on first use, because many limits need no signal. */
  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#reason === undefined) this.#startTimer();
      else this.#controller.abort(this.#cause);
    }
    return this.#controller.signal;
  }

  /** The cause of the end; undefined while the limit runs. */
  get reason(): CutReason | undefined {
    return this.#reason;
  }

  /** Milliseconds until the end of the time. */
  get remainingMs(): number {
    return this.#endsAt - performance.now();
  }

  /**
   * Throws if the limit has ended. It also reads the clock, because a timer that is due may not have fired yet.
   * @throws the cause of the limit's end
   */
  throwIfEnded(): void {
    const first = this.#first;
    if (this.#reason === undefined && first.remainingMs <= 0) first.#runOut();
    if (this.#reason !== undefined) throw this.#cause;
  }

  /** Ends the limit for an external reason, unless it has ended. */
  cut(reason: CutReason, cause: unknown): void {
    this.#end(reason, cause);
  }

  /** Records that a part of the work arrived; a process that stood still gets time to read more. */
  progressed(): void {
    // Called for every piece of every response, so it reads the clock only after a standstill.
    if (this.#progressedAt > 0) this.#progressedAt = performance.now();
  }

  /**
   * Waits for work, at most until the limit ends: a custom fetch or a key function may ignore its signal. Only one work
   * at a time.
   * @param discard - called with the work's result when it is too late; it must not throw
   * @throws the cause of the limit's end, when the limit ends first; otherwise the work's own error
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
          // A transport that obeys the signal fails first. Its error is stored before the waiting code continues.
          if (this.#reason !== undefined) this.workFailure = error;
          reject(error);
        },
      );
    });
  }

  /** Removes the timer, and the listener on the caller's signal or the wider limit. Call it when the work has ended. */
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

  /** This limit or the outer one, whichever ends first. */
  get #first(): TimeLimit {
    const outer = this.#outer;
    return outer !== undefined && outer.#endsAt < this.#endsAt ? outer : this;
  }

  /** Starts one timer for this limit and the outer one. */
  #startTimer(): void {
    if (this.#timer !== undefined) return;
    const first = this.#first;
    if (first.#endsAt === Number.POSITIVE_INFINITY) return;
    // Node warns about a negative delay; on a busy machine the time may be over already.
    const waitMs = Math.max(first.remainingMs, 0);
    const dueAt = performance.now() + waitMs;
    this.#timer = setTimeout(() => {
      const now = performance.now();
      if (now - dueAt <= standstillMs) first.#runOut();
      else this.#readOn(first, now, 1);
    }, waitMs);
  }

  /**
   * Ends the limit only after the sockets have been read. In a turn of the event loop, timers run before sockets. So
   * after a standstill, a response that arrived in time would count as late.
   */
  #readOn(first: TimeLimit, since: number, round: number): void {
    this.#progressedAt = Math.max(this.#progressedAt, since);
    this.#timer = setTimeout(() => {
      const now = performance.now();
      const isQuiet = now - this.#progressedAt >= readOn.quietMs || now - since >= readOn.mostMs;
      if (round >= readOn.turns && isQuiet) first.#runOut();
      else this.#readOn(first, since, round + 1);
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
