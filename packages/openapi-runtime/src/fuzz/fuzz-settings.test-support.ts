/** Number of runs and seed of the fuzz tests. */
export interface FuzzSettings {
  readonly numRuns: number;
  readonly seed: number;
}

/** @throws Error when a variable is not a whole number */
export function fuzzSettings(): FuzzSettings {
  return {
    numRuns: readInteger("NP6_FUZZ_RUNS", 1) ?? 500,
    seed: readInteger("NP6_FUZZ_SEED", -(2 ** 31)) ?? Date.now() % 2 ** 31,
  };
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
