/** Counts what happens, and tells how much of it was in about the last second. Two numbers, however much happens. */
export class RecentCount {
  #second = 0;
  #inThisSecond = 0;
  #inTheLast = 0;

  /** @param now - milliseconds, on any clock that does not run backwards */
  add(now: number): void {
    this.#turn(now);
    this.#inThisSecond += 1;
  }

  /** What happened in the second before now, as if the earlier part of it had been spread evenly. */
  lastSecond(now: number): number {
    this.#turn(now);
    return Math.round(this.#inThisSecond + this.#inTheLast * (1 - (now / 1_000 - this.#second)));
  }

  #turn(now: number): void {
    const second = Math.floor(now / 1_000);
    if (second === this.#second) return;
    this.#inTheLast = second === this.#second + 1 ? this.#inThisSecond : 0;
    this.#inThisSecond = 0;
    this.#second = second;
  }
}
