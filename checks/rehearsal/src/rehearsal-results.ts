/** One thing that was expected of a rehearsal, and whether it was so. */
export interface RehearsalResult {
  /** The part of the rehearsal, such as a release. */
  readonly part: string;
  /** What must hold, as a sentence. */
  readonly expectation: string;
  readonly passed: boolean;
  /** What was seen. */
  readonly seen: string;
}

/** Collects what a rehearsal finds out. A part that throws is one failure and does not hide the others. */
export class RehearsalResults {
  readonly #results: RehearsalResult[] = [];

  /** Notes that something holds, or does not. */
  expect(part: string, expectation: string, passed: boolean, seen: string): void {
    this.#results.push({ part, expectation, passed, seen });
  }

  /** Runs a step of a part; when it throws, that is a failure with the step's name. */
  async run<Value>(part: string, step: string, work: () => Promise<Value>): Promise<Value> {
    try {
      return await work();
    } catch (error) {
      this.expect(part, step, false, error instanceof Error ? error.message : String(error));
      throw error;
    }
  }

  get all(): readonly RehearsalResult[] {
    return this.#results;
  }
}
