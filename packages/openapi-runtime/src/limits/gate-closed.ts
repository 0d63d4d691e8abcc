/** Why a call does not wait at the gate: it stays closed for longer than the call can wait, or anybody should. */
export class GateClosed {
  /** Milliseconds until it opens. */
  readonly remainingMs: number;

  constructor(remainingMs: number) {
    this.remainingMs = remainingMs;
  }
}
