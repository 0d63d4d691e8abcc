/** Counts events of about the last second. It stores two counters, however many events there are. */
export class RecentCount {
  #second = 0;
  #inThisSecond = 0;
  #inTheLast = 0;

  /** @param now - milliseconds, on any clock that does not run backwards */
  add(now: number): void {
    this.#advance(now);
    this.#inThisSecond += 1;
  }

  /** Estimates the events of the last second, as if those of the previous clock second were spread evenly. */
  lastSecond(now: number): number {
    this.#advance(now);
    return Math.round(this.#inThisSecond + this.#inTheLast * (1 - (now / 1_000 - this.#second)));
  }

  #advance(now: number): void {
    const second = Math.floor(now / 1_000);
    if (second === this.#second) return;
    this.#inTheLast = second === this.#second + 1 ? this.#inThisSecond : 0;
    this.#inThisSecond = 0;
    this.#second = second;
  }
}
