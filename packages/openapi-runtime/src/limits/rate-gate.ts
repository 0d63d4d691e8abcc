import { SendWindow } from "./send-window.ts";
import type { TimeLimit } from "./time-limit.ts";
import { WaitingQueue } from "./waiting-queue.ts";

/** Shortest and longest pause in milliseconds after a 429 without a usable Retry-After. */
const shortestPauseMs = 250;
const longestPauseMs = 8_000;
/** Longest pause in milliseconds, even when a broken server asks for more. */
const longestClosedMs = 86_400_000;
/** Milliseconds without a response after which waiting calls may proceed. */
const silenceMs = { beforeRefusal: 250, afterRefusal: 1_000 };

/**
 * The gate of all requests of a client. A 429 closes it until the Retry-After is over, and at least for a pause. The
 * pause doubles while one 429 follows another. Then the gate opens gradually (see {@link SendWindow}).
 */
export class RateGate {
  /** Calls that were sent before go first, because their deadline is running. */
  readonly #repeats = new WaitingQueue();
  readonly #newcomers = new WaitingQueue();
  readonly #window = new SendWindow();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;
  #opensAt = 0;
  #pauseMs = 0;
  #hasRetryAfter = false;
  /** The last ticket before the gate closed. */
  #closedAfter = 0;

  /** Milliseconds until the gate opens; 0 when it is open. */
  get opensInMs(): number {
    return this.#isClosed ? Math.max(0, this.#opensAt - performance.now()) : 0;
  }

  /**
   * Passes the gate, unless the request has to wait.
   * @returns the request's ticket, for `leave`, `withdraw` or `close`; 0 when it has to `wait`
   * @throws GateClosed when the gate stays closed longer than any call waits
   */
  tryPass(): number {
    const now = performance.now();
    this.#openWhenDue(now);
    const closedMs = this.opensInMs;
    if (closedMs > longestClosingMs) throw new GateClosed(Math.ceil(closedMs));
    const isFree = !this.#isClosed && this.#waiting === 0;
    return isFree && this.#window.waitMs(now) === 0 ? this.#window.send(now) : 0;
  }

  /**
   * Waits for its turn.
   * @param isRepeat - whether the call was sent before
   * @returns the request's ticket
   * @throws the cause of the limit's end; GateClosed when the gate closes for longer than the call can wait
   */
  async wait(limit: TimeLimit, isRepeat: boolean): Promise<number> {
    let ticket = 0;
    const queue = isRepeat ? this.#repeats : this.#newcomers;
    const admission = queue.wait(
      limit,
      () => this.withdraw(ticket),
      () => {
        ticket = this.#window.send(performance.now());
      },
    );
    if (this.#timer === undefined) this.#admit();
    try {
      await admission;
      return ticket;
    } finally {
      if (this.#waiting === 0) this.#stopTimer();
    }
  }

  /** Ends a request. @param wasAccepted - whether a response other than a 429 arrived */
  leave(ticket: number, wasAccepted: boolean): void {
    this.#window.end(ticket, wasAccepted, performance.now());
    this.#admit();
  }

  /** Returns the ticket of a request that is not sent. */
  withdraw(ticket: number): void {
    this.#window.withdraw(ticket);
    this.#admit();
  }

  /**
   * Closes the gate after a 429.
   * @param retryAfterMs - the server's Retry-After
   */
  close(ticket: number, retryAfterMs: number | undefined): void {
    const now = performance.now();
    this.#openWhenDue(now);
    const requestedMs = Math.min(retryAfterMs ?? 0, longestClosedMs);
    const requestedUntil = requestedMs > 0 ? now + requestedMs + marginMs : 0;
    if (!this.#isClosed) {
      // A request from before the last closing reports the same refusal again.
      if (ticket <= this.#closedAfter && requestedUntil === 0) return;
      const follows = !this.#window.wasAccepted && ticket > this.#closedAfter;
      this.#pauseMs = follows ? Math.min(longestPauseMs, this.#pauseMs * 2) : shortestPauseMs;
      this.#opensAt = now + this.#pauseMs;
      this.#hasRetryAfter = false;
      this.#isClosed = true;
      this.#closedAfter = this.#window.lastTicket;
      this.#window.refuse(now);
    }
    this.#hasRetryAfter ||= requestedMs > 0;
    this.#opensAt = Math.max(this.#opensAt, requestedUntil);
    this.#refuseWaiting();
    this.#admit();
  }

  #refuseWaiting(): void {
    const closedMs = Math.ceil(this.opensInMs);
    const isTooLong = closedMs > longestClosingMs;
    const closed = new GateClosed(closedMs);
    this.#repeats.refuse((limit) => isTooLong || limit.remainingMs <= closedMs, closed);
    this.#newcomers.refuse(() => isTooLong, closed);
  }

  #openWhenDue(now: number): void {
    if (!this.#isClosed || now < this.#opensAt) return;
    this.#isClosed = false;
    this.#window.reopen(now, this.#hasRetryAfter);
  }

  get #waiting(): number {
    return this.#repeats.size + this.#newcomers.size;
  }

  #stopTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Admits the waiting calls that may proceed, and sets a timer for the next. */
  #admit(): void {
    this.#stopTimer();
    while (this.#waiting > 0) {
      const now = performance.now();
      this.#openWhenDue(now);
      const waitMs = this.#isClosed ? this.#opensAt - now : this.#window.waitMs(now);
      if (waitMs > 0) {
        this.#wakeIn(waitMs);
        return;
      }
      if (!this.#repeats.admitNext()) this.#newcomers.admitNext();
    }
  }

  #wakeIn(waitMs: number): void {
    const isFull = waitMs === Number.POSITIVE_INFINITY;
    const { beforeRefusal, afterRefusal } = silenceMs;
    const quietMs = this.#closedAfter === 0 ? beforeRefusal : afterRefusal;
    this.#timer = setTimeout(
      () => {
        if (isFull) this.#window.widen();
        this.#admit();
      },
      isFull ? quietMs : Math.ceil(waitMs),
    );
  }
}

/** The refusal of a call at the gate, because the gate stays closed longer than the call can or may wait. */
export class GateClosed {
  /** Milliseconds until the gate opens. */
  readonly remainingMs: number;

  constructor(remainingMs: number) {
    this.remainingMs = remainingMs;
  }
}

/** Longest Retry-After that a call waits for, in milliseconds; a longer one fails the call at once. */
export const longestRetryAfterMs = 60_000;

/** A timer may fire a fraction of a millisecond early, by the clock that measures the next attempt. */
const marginMs = 1;

/** Longest wait at the gate in milliseconds: for a Retry-After of one minute, including the timer's margin. */
export const longestClosingMs: number = longestRetryAfterMs + marginMs;
