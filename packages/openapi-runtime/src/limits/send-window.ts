import { RecentCount } from "./recent-count.ts";

/** A new client has no more requests in flight until answers come: a limit that is met at once is met by few. */
const firstWindow = 10;
/** A server that does not say when to come back is sent this part of what it took in a second, spread evenly. */
const paceShare = 0.95;
/** How far the pace may lag, in milliseconds, and catch up: timers are late. */
const paceLagMs = 50;

/**
 * How far a client is in finding out what the server takes: never refused; one request to see if the server takes calls again; as
 * many as it took before, quickly; more than that, one by one at first; spread over time.
 */
type Stage = "unrefused" | "probe" | "quick" | "careful" | "paced";

/**
 * How many requests may be in flight, and when the next one may go. It grows while the server takes what is sent, and begins
 * anew with one request after a refusal. All times are milliseconds of one clock.
 */
export class SendWindow {
  readonly #recent = new RecentCount();
  #stage: Stage = "unrefused";
  /** Most requests in flight. */
  #size = firstWindow;
  /** Of those that were sent since the gate opened. */
  #inFlight = 0;
  /** Numbers the requests, from 1. */
  #lastTicket = 0;
  /** The last ticket before the gate opened. */
  #openedAfter = 0;
  #openedAt = 0;
  #sent = 0;
  #taken = 0;
  /** What the server took in the second before it refused, and what it was seen to have taken since. */
  #takenBeforeRefusal = 0;
  #refusedAt = 0;
  /** What the server takes in a second, as far as is known; 0 when nothing is. */
  #sustained = 0;
  #saysWhen = false;
  /** When the next request may go, while they are spread. */
  #nextAt = 0;

  /** The ticket of the request that went last. */
  get lastTicket(): number {
    return this.#lastTicket;
  }

  /** Whether the server took a request since the gate opened; a 429 after that does not follow another. */
  get wasTaken(): boolean {
    return this.#taken > 0 || this.#stage === "unrefused";
  }

  /** @returns milliseconds until the next request may go; Infinity when an answer has to come first */
  waitMs(now: number): number {
    if (this.#stage === "quick" && this.#sent >= this.#sustained) {
      this.#stage = "careful";
      this.#size = 1;
    }
    if (this.#inFlight >= this.#size) return Number.POSITIVE_INFINITY;
    return this.#stage === "paced" ? Math.max(0, this.#nextAt - now) : 0;
  }

  /** Takes note that a request goes. @returns its ticket */
  send(now: number): number {
    this.#inFlight += 1;
    this.#sent += 1;
    this.#lastTicket += 1;
    if (this.#stage === "paced") {
      this.#nextAt = Math.max(this.#nextAt, now - paceLagMs) + 1_000 / this.#pace(now);
    }
    return this.#lastTicket;
  }

  /** Takes note that a request did not go after all. */
  takeBack(ticket: number): void {
    if (ticket <= this.#openedAfter) return;
    this.#inFlight -= 1;
    this.#sent -= 1;
  }

  /** Takes note of the end of a request. @param wasTaken - whether an answer other than a 429 came */
  end(ticket: number, wasTaken: boolean, now: number): void {
    const isOfNow = ticket > this.#openedAfter;
    const wasFull = this.#inFlight >= this.#size;
    if (isOfNow) this.#inFlight -= 1;
    if (!wasTaken) return;
    this.#recent.add(now);
    this.#takenBeforeRefusal += 1;
    if (!isOfNow) return;
    this.#taken += 1;
    if (this.#stage === "probe") this.#afterProbe();
    // Those that went quickly say nothing about more.
    else if (wasFull && (this.#stage !== "careful" || ticket - this.#openedAfter > this.#sustained)) {
      this.#size += 1;
    }
  }

  /** Takes note of a refusal, the first one since the gate opened. */
  refuse(now: number): void {
    this.#refusedAt = now;
    this.#takenBeforeRefusal = this.#recent.lastSecond(now);
  }

  /**
   * Begins anew, with one request.
   * @param at - now
   * @param saysWhen - whether the server said when to come back: then it is ready for what it took before
   */
  reopen(at: number, saysWhen: boolean): void {
    if (this.#taken > 0) {
      const all = saysWhen && this.#refusedAt - this.#openedAt <= 1_000;
      const now = Math.max(1, all ? this.#taken : this.#takenBeforeRefusal);
      // More than before may be two of the server's windows that met; whether it is, is found out in the careful stage.
      const isMore = this.#sustained > 0 && now > this.#sustained;
      this.#sustained = isMore ? Math.ceil((this.#sustained + now) / 2) : now;
    }
    this.#saysWhen = saysWhen;
    this.#stage = "probe";
    this.#size = 1;
    this.#inFlight = 0;
    this.#sent = 0;
    this.#taken = 0;
    this.#openedAt = at;
    this.#openedAfter = this.#lastTicket;
    this.#nextAt = at;
  }

  /** Nothing was heard for a while: what is in flight says nothing of a limit, and must not hold the others back. */
  widen(): void {
    this.#size *= 2;
  }

  #afterProbe(): void {
    if (this.#sustained === 0) this.#stage = "unrefused";
    else this.#stage = this.#saysWhen ? "quick" : "paced";
    this.#size = Math.max(2, Math.ceil(this.#sustained / 2));
  }

  /**
   * Requests in a second. They stay a while near what the server took, to make use of it. Then soon they are much more,
   * to find out whether the limit is still there (as congestion control by a cubic function does, RFC 9438).
   */
  #pace(now: number): number {
    const seconds = (now - this.#openedAt) / 1_000;
    return this.#sustained * paceShare * (1 + 0.005 * seconds ** 2 + 0.0005 * seconds ** 4);
  }
}
