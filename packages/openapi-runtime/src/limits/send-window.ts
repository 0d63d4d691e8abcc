import { RecentCount } from "./recent-count.ts";

/** Requests in flight of a new client until responses arrive: few calls then hit a limit that is already reached. */
const firstWindow = 10;
/** Share of the server's known rate that is sent, spread evenly, when its 429 had no Retry-After. */
const paceShare = 0.95;
/** Milliseconds by which the pace may lag and catch up, because timers fire late. */
const paceLagMs = 50;

/**
 * Stages of finding the server's limit: never refused; one request as a probe; as many as were accepted before,
 * quickly; more than that, one at a time at first; spread evenly over time.
 */
type Stage = "unrefused" | "probe" | "quick" | "careful" | "paced";

/**
 * Limits the requests in flight, and schedules the next one. The limit grows while the server accepts requests. After a
 * refusal, it restarts with one request. All times are milliseconds of one clock.
 */
export class SendWindow {
  readonly #recent = new RecentCount();
  #stage: Stage = "unrefused";
  /** Largest number of requests in flight. */
  #size = firstWindow;
  /** Requests in flight that were sent since the gate opened. */
  #inFlight = 0;
  /** The last ticket given out; tickets count from 1. */
  #lastTicket = 0;
  /** The last ticket before the gate opened. */
  #openedAfter = 0;
  #openedAt = 0;
  #sent = 0;
  #accepted = 0;
  /** Requests accepted in the second before the refusal, and those whose responses arrived since. */
  #acceptedBeforeRefusal = 0;
  #refusedAt = 0;
  /** Requests that the server accepts in a second, by experience; 0 when unknown. */
  #sustained = 0;
  #hasRetryAfter = false;
  /** Time of the next request in the stage `paced`. */
  #nextAt = 0;

  /** The ticket of the last request sent. */
  get lastTicket(): number {
    return this.#lastTicket;
  }

  /** Whether the server accepted a request since the gate opened; a later 429 then does not follow another. */
  get wasAccepted(): boolean {
    return this.#accepted > 0 || this.#stage === "unrefused";
  }

  /** @returns milliseconds until the next request may be sent; Infinity when a response has to arrive first */
  waitMs(now: number): number {
    if (this.#stage === "quick" && this.#sent >= this.#sustained) {
      this.#stage = "careful";
      this.#size = 1;
    }
    if (this.#inFlight >= this.#size) return Number.POSITIVE_INFINITY;
    return this.#stage === "paced" ? Math.max(0, this.#nextAt - now) : 0;
  }

  /** Records that a request is sent. @returns its ticket */
  send(now: number): number {
    this.#inFlight += 1;
    this.#sent += 1;
    this.#lastTicket += 1;
    if (this.#stage === "paced") {
      this.#nextAt = Math.max(this.#nextAt, now - paceLagMs) + 1_000 / this.#pace(now);
    }
    return this.#lastTicket;
  }

  /** Records that a request was not sent after all. */
  withdraw(ticket: number): void {
    if (ticket <= this.#openedAfter) return;
    this.#inFlight -= 1;
    this.#sent -= 1;
  }

  /** Records the end of a request. @param wasAccepted - whether a response other than a 429 arrived */
  end(ticket: number, wasAccepted: boolean, now: number): void {
    const isCurrent = ticket > this.#openedAfter;
    const wasFull = this.#inFlight >= this.#size;
    if (isCurrent) this.#inFlight -= 1;
    if (!wasAccepted) return;
    this.#recent.add(now);
    this.#acceptedBeforeRefusal += 1;
    if (!isCurrent) return;
    this.#accepted += 1;
    if (this.#stage === "probe") this.#afterProbe();
    // Responses to the quick requests do not show that the server accepts more.
    else if (wasFull && (this.#stage !== "careful" || ticket - this.#openedAfter > this.#sustained)) {
      this.#size += 1;
    }
  }

  /** Records the first refusal since the gate opened. */
  refuse(now: number): void {
    this.#refusedAt = now;
    this.#acceptedBeforeRefusal = this.#recent.lastSecond(now);
  }

  /**
   * Restarts with one request.
   * @param at - current time
   * @param hasRetryAfter - whether the 429 had a Retry-After; then the server accepts as many requests as before
   */
  reopen(at: number, hasRetryAfter: boolean): void {
    if (this.#accepted > 0) {
      const countsAll = hasRetryAfter && this.#refusedAt - this.#openedAt <= 1_000;
      const now = Math.max(1, countsAll ? this.#accepted : this.#acceptedBeforeRefusal);
      // A higher count may span two of the server's windows. The careful stage finds out.
      const isMore = this.#sustained > 0 && now > this.#sustained;
      this.#sustained = isMore ? Math.ceil((this.#sustained + now) / 2) : now;
    }
    this.#hasRetryAfter = hasRetryAfter;
    this.#stage = "probe";
    this.#size = 1;
    this.#inFlight = 0;
    this.#sent = 0;
    this.#accepted = 0;
    this.#openedAt = at;
    this.#openedAfter = this.#lastTicket;
    this.#nextAt = at;
  }

  /** Doubles the limit after a silence: requests without a response show no limit, and must not block others. */
  widen(): void {
    this.#size *= 2;
  }

  #afterProbe(): void {
    if (this.#sustained === 0) this.#stage = "unrefused";
    else this.#stage = this.#hasRetryAfter ? "quick" : "paced";
    this.#size = Math.max(2, Math.ceil(this.#sustained / 2));
  }

  /**
   * Requests per second. The rate first stays near the server's known rate. Later it grows quickly, to find out whether
   * the limit still applies, like congestion control by a cubic function (RFC 9438).
   */
  #pace(now: number): number {
    const seconds = (now - this.#openedAt) / 1_000;
    return this.#sustained * paceShare * (1 + 0.005 * seconds ** 2 + 0.0005 * seconds ** 4);
  }
}
