import { SendWindow } from "./send-window.ts";
import type { TimeLimit } from "./time-limit.ts";
import { WaitingLine } from "./waiting-line.ts";

/** Shortest and longest pause after a 429 that does not say how long to wait, in milliseconds. */
const shortestPauseMs = 250;
const longestPauseMs = 8_000;
/** No pause is longer, whatever a broken server asks for, in milliseconds. */
const longestClosedMs = 86_400_000;
/** When nothing is heard for so long, in milliseconds, those who wait are let through all the same. */
const silenceMs = { beforeRefusal: 250, afterRefusal: 1_000 };

/**
 * One gate for all requests of a client. A 429 closes it until the server's Retry-After is over, and at least for a
 * pause that doubles while 429s follow each other. Then it opens gently (see {@link SendWindow}).
 */
export class RateGate {
  /** Calls that were sent already go first: their deadline runs. */
  readonly #repeats = new WaitingLine();
  readonly #newcomers = new WaitingLine();
  readonly #window = new SendWindow();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;
  #opensAt = 0;
  #pauseMs = 0;
  #saysWhen = false;
  /** The last ticket before the gate closed. */
  #closedAfter = 0;

  /** Milliseconds until the gate opens; 0 when it is open. */
  get opensInMs(): number {
    return this.#isClosed ? Math.max(0, this.#opensAt - performance.now()) : 0;
  }

  /**
   * Goes through, when nobody has to wait.
   * @returns the request's ticket, for `leave`, `turnBack` or `close`; 0 when it has to `wait`
   * @throws GateClosed when the gate stays closed for longer than anybody waits
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
   * Waits for the turn.
   * @param isRepeat - whether the call was sent before
   * @returns the request's ticket
   * @throws what ended the limit; GateClosed when the gate closes for longer than the call can wait
   */
  async wait(limit: TimeLimit, isRepeat: boolean): Promise<number> {
    let ticket = 0;
    const line = isRepeat ? this.#repeats : this.#newcomers;
    const turn = line.wait(
      limit,
      () => this.turnBack(ticket),
      () => {
        ticket = this.#window.send(performance.now());
      },
    );
    if (this.#timer === undefined) this.#admit();
    try {
      await turn;
      return ticket;
    } finally {
      if (this.#waiting === 0) this.#stopTimer();
    }
  }

  /** A request has ended. @param wasTaken - whether an answer other than a 429 came */
  leave(ticket: number, wasTaken: boolean): void {
    this.#window.end(ticket, wasTaken, performance.now());
    this.#admit();
  }

  /** A request that had passed is not sent. */
  turnBack(ticket: number): void {
    this.#window.takeBack(ticket);
    this.#admit();
  }

  /**
   * A 429 came: nobody goes through until it is over.
   * @param retryAfterMs - what the server asked for
   */
  close(ticket: number, retryAfterMs: number | undefined): void {
    const now = performance.now();
    this.#openWhenDue(now);
    const asked = Math.min(retryAfterMs ?? 0, longestClosedMs);
    const askedUntil = asked > 0 ? now + asked + marginMs : 0;
    if (!this.#isClosed) {
      // A request that was sent before the gate closed the last time tells the same refusal once more.
      if (ticket <= this.#closedAfter && askedUntil === 0) return;
      const follows = !this.#window.wasTaken && ticket > this.#closedAfter;
      this.#pauseMs = follows ? Math.min(longestPauseMs, this.#pauseMs * 2) : shortestPauseMs;
      this.#opensAt = now + this.#pauseMs;
      this.#saysWhen = false;
      this.#isClosed = true;
      this.#closedAfter = this.#window.lastTicket;
      this.#window.refuse(now);
    }
    this.#saysWhen ||= asked > 0;
    this.#opensAt = Math.max(this.#opensAt, askedUntil);
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
    this.#window.reopen(now, this.#saysWhen);
  }

  get #waiting(): number {
    return this.#repeats.size + this.#newcomers.size;
  }

  #stopTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Lets through who may go, and wakes up when the next one may. */
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

/** Why a call does not wait at the gate: it stays closed for longer than the call can wait, or anybody should. */
export class GateClosed {
  /** Milliseconds until it opens. */
  readonly remainingMs: number;

  constructor(remainingMs: number) {
    this.remainingMs = remainingMs;
  }
}

/** Longest that a server's Retry-After is waited for, in milliseconds; a longer one fails the call at once. */
export const longestRetryAfterMs = 60_000;

/** A timer may fire a fraction of a millisecond early, by the clock that the next attempt is measured with. */
const marginMs = 1;

/** Longest that anybody waits for the gate: for a Retry-After of a minute, whenever the clock is looked at. */
export const longestClosingMs: number = longestRetryAfterMs + marginMs;
