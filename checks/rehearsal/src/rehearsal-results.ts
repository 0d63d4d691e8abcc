/** An expectation of a rehearsal and its result. */
export interface RehearsalResult {
  /** The part of the rehearsal, for example a release. */
  readonly part: string;
  /** The expectation, as a sentence. */
  readonly expectation: string;
  readonly passed: boolean;
  /** The observed value. */
  readonly seen: string;
}

/** A part of a rehearsal, which records its results. */
export interface RehearsalPart {
  /** Records whether an expectation is met. */
  readonly expect: (expectation: string, passed: boolean, seen: string) => void;
  /** Runs a step. If it throws, that is a failure with the step's name, and the part ends. */
  readonly run: <Value>(step: string, work: () => Promise<Value>) => Promise<Value>;
  /** Runs an independent step. If it throws, that is a failure, and the part continues. */
  readonly attempt: (step: string, work: () => Promise<void>) => Promise<void>;
}

/** Collects the results of a rehearsal. A part that throws is one failure and does not hide the others. */
export class RehearsalResults {
  readonly #results: RehearsalResult[] = [];

  /** Starts or continues a part. */
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
