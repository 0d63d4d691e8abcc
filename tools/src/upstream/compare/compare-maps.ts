import type { Difference } from "./difference.ts";

/**
 * Compares what two maps have, by key.
 * @param lacking - states that one side lacks the other's
 * @param both - compares what both have
 */
export function compareMaps<T>(
  vendor: ReadonlyMap<string, T>,
  curated: ReadonlyMap<string, T>,
  lacking: (key: string, vendor: T | undefined, curated: T | undefined) => readonly Difference[],
  both: (key: string, vendor: T, curated: T) => readonly Difference[],
): Difference[] {
  const keys = new Set([...curated.keys(), ...vendor.keys()]);
  return [...keys].flatMap((key) => {
    const there = vendor.get(key);
    const here = curated.get(key);
    return there === undefined || here === undefined ? lacking(key, there, here) : both(key, there, here);
  });
}
