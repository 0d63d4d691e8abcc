import * as fc from "fast-check";

/** Number of runs per property; `NP6_FUZZ_RUNS` overrides it. */
const usualRuns = 20;

/** Number of runs and seed of property tests. */
interface FuzzSettings {
  readonly numRuns: number;
  readonly seed: number;
}

/** The settings of `NP6_FUZZ_RUNS` and `NP6_FUZZ_SEED`. Default: a few runs with a new seed. */
export const fuzzSettings: FuzzSettings = {
  numRuns: readInteger("NP6_FUZZ_RUNS", 1) ?? usualRuns,
  seed: readInteger("NP6_FUZZ_SEED", -(2 ** 31)) ?? Date.now() % 2 ** 31,
};

/**
 * Tests a property.
 *
 * @param arbitrary makes the inputs
 * @param check throws for an input without the property
 * @throws Error with the smallest failing input, as JSON, and with the seed
 */
export async function assertProperty<Input>(
  arbitrary: fc.Arbitrary<Input>,
  check: (input: Input) => void | Promise<void>,
): Promise<void> {
  const property = fc.asyncProperty(arbitrary, async (input) => check(input));
  const { failed, counterexample, errorInstance, seed, numRuns, numShrinks } = await fc.check(
    property,
    fuzzSettings,
  );
  if (!failed) return;
  const reason = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  throw new Error(
    `After ${numRuns} tries and ${numShrinks} times making it smaller, this fails: ${JSON.stringify(counterexample?.[0])}\n` +
      `${reason}\nTo see it again: NP6_FUZZ_SEED=${seed} NP6_FUZZ_RUNS=${fuzzSettings.numRuns}`,
    { cause: errorInstance },
  );
}

function readInteger(name: string, minimum: number): number | undefined {
  const text = process.env[name];
  if (text === undefined || text === "") return undefined;
  const value = Number(text);
  if (Number.isInteger(value) && value >= minimum && value < 2 ** 31) return value;
  throw new Error(
    `${name} is ${JSON.stringify(text)}; give a whole number from ${minimum} to ${2 ** 31 - 1}.`,
  );
}
