import * as fc from "fast-check";
import { fuzzSettings } from "./fuzz-settings.test-support.ts";

/** Checks a property of a pure function NP6_FUZZ_RUNS times; a failure prints seed and counterexample. */
export function assertProperty<Input>(arbitrary: fc.Arbitrary<Input>, check: (input: Input) => void): void {
  const { numRuns, seed } = fuzzSettings();
  fc.assert(fc.property(arbitrary, check), { numRuns, seed });
}
