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

/** A part of a rehearsal, which notes what it finds out. */
export interface RehearsalPart {
  /** Notes that something holds, or does not. */
  readonly expect: (expectation: string, passed: boolean, seen: string) => void;
  /** Runs a step; when it throws, that is a failure with the step's name, and the part ends. */
  readonly run: <Value>(step: string, work: () => Promise<Value>) => Promise<Value>;
  /** Runs a step that the rest of the part does not need: when it throws, that is a failure, and the part goes on. */
  readonly attempt: (step: string, work: () => Promise<void>) => Promise<void>;
}

/** Collects what a rehearsal finds out. A part that throws is one failure and does not hide the others. */
export class RehearsalResults {
  readonly #results: RehearsalResult[] = [];

  /** Begins a part, or goes on with it. */
  part(part: string): RehearsalPart {
    const expect: RehearsalPart["expect"] = (expectation, passed, seen) =>
      void this.#results.push({ part, expectation, passed, seen });
    const run: RehearsalPart["run"] = (step, work) =>
      work().catch((error: unknown) => {
        expect(step, false, error instanceof Error ? error.message : String(error));
        throw error;
      });
    return { expect, run, attempt: (step, work) => run(step, work).catch(() => undefined) };
  }

  get all(): readonly RehearsalResult[] {
    return this.#results;
  }
}
