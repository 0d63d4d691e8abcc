import * as fc from "fast-check";

/** How often a property is tried, unless `NP6_FUZZ_RUNS` says another number. */
const usualRuns = 20;

/** How often and from where properties are tried. */
interface FuzzSettings {
  readonly numRuns: number;
  readonly seed: number;
}

/** How often, and from which seed: `NP6_FUZZ_RUNS` and `NP6_FUZZ_SEED`, as in the client's fuzz tests; else a few times, from a new seed. */
export const fuzzSettings: FuzzSettings = {
  numRuns: readInteger("NP6_FUZZ_RUNS", 1) ?? usualRuns,
  seed: readInteger("NP6_FUZZ_SEED", -(2 ** 31)) ?? Date.now() % 2 ** 31,
};

/**
 * Tries a property.
 *
 * @param arbitrary makes the inputs
 * @param check throws for an input that does not have the property
 * @throws Error with the smallest input that was found, as JSON, and with the seed
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
