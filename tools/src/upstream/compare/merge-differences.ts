import type { Difference } from "./difference.ts";

/**
 * Makes one difference of those that are the same: a refusal that the curated spec documents for every operation, or a
 * property of the vendor's base that no curated variant has.
 * @returns in the order of the first of each
 */
export function mergeDifferences(differences: readonly Difference[]): Difference[] {
  const merged = new Map<string, Difference>();
  for (const one of differences) {
    const key = identity(one);
    const first = merged.get(key) ?? { ...one, places: [], alsoAt: [] };
    const alsoAt = new Set([...first.alsoAt, one.at]);
    alsoAt.delete(first.at);
    merged.set(key, {
      ...first,
      places: [...new Set([...first.places, ...one.places])],
      alsoAt: [...alsoAt],
    });
  }
  return [...merged.values()];
}

/** What a difference is about: the things that the documents have, not the places where one is missing. */
function identity({ fact, vendor, curated }: Difference): string {
  const sides = [vendor, curated].map(({ present, pointer, text }) =>
    present ? `${pointer} ${text}` : text,
  );
  return JSON.stringify([fact, ...sides]);
}
