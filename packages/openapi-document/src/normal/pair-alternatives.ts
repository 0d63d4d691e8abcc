import type { Alternative } from "./alternative.ts";
import type { NormalDocument } from "./normal-document.ts";

/** The alternatives of two schemas, paired. Each alternative is in one pair at most. */
export interface Pairing {
  readonly pairs: readonly (readonly [Alternative, Alternative])[];
  readonly gone: readonly Alternative[];
  readonly come: readonly Alternative[];
}

type Likeness = (one: Alternative, other: Alternative) => boolean;

/**
 * Pairs alternatives of one type. Discriminators count first: equal values of a property, then common values. After
 * that, the name of the component and the properties count.
 */
export function pairAlternatives(
  base: NormalDocument,
  head: NormalDocument,
  old: readonly Alternative[],
  now: readonly Alternative[],
): Pairing {
  const gone = new Set(old);
  const come = new Set(now);
  const pairs: (readonly [Alternative, Alternative])[] = [];
  const pair = (alike: Likeness): void => {
    for (const one of gone) {
      const other = [...come].find((candidate) => alike(one, candidate));
      if (other === undefined) continue;
      gone.delete(one);
      come.delete(other);
      pairs.push([one, other]);
    }
  };
  const tags = new Map([
    ...old.map((one) => [one, tagsOf(base, one)] as const),
    ...now.map((one) => [one, tagsOf(head, one)] as const),
  ]);
  const told = (one: Alternative) => tags.get(one) ?? new Map<string, ReadonlySet<string>>();
  const sameName: Likeness = (one, other) => one.names.at(-1) === other.names.at(-1);
  pair((one, other) => sharesTag(told(one), told(other), isSame) && sameName(one, other));
  pair((one, other) => sharesTag(told(one), told(other), isSame));
  pair((one, other) => sharesTag(told(one), told(other), (a, b) => [...a].some((value) => b.has(value))));
  const tagless: Likeness = (one, other) => told(one).size === 0 || told(other).size === 0;
  const named: Likeness = (one, other) => one.names.length > 0 && sameName(one, other);
  pair((one, other) => named(one, other));
  const shape = (side: NormalDocument, one: Alternative) =>
    [...side.facts(one).properties.keys()].sort().join("\n");
  pair((one, other) => tagless(one, other) && shape(base, one) === shape(head, other));
  const common = (one: Alternative, other: Alternative) =>
    [...base.facts(one).properties.keys()].some((name) => head.facts(other).properties.has(name));
  pair((one, other) => tagless(one, other) && common(one, other));
  // A single alternative on each side is a pair, whatever changed in it.
  if (old.length === 1 && now.length === 1) pair(() => true);
  pair((one, other) => one.type !== "object" && one.type === other.type);
  return { pairs, gone: [...gone], come: [...come] };
}

/** Lists the properties of a variant that allow only listed values, with these values. */
export function tagsOf(side: NormalDocument, alternative: Alternative): Map<string, ReadonlySet<string>> {
  const tags = new Map<string, ReadonlySet<string>>();
  for (const [name, view] of side.facts(alternative).properties) {
    const values = side.alternatives(view).map((one) => side.facts(one).values?.value);
    if (values.length === 0 || values.some((list) => list === undefined)) continue;
    tags.set(name, new Set(values.flatMap((list) => (list ?? []).map((value) => JSON.stringify(value)))));
  }
  for (const [name, values] of alternative.tags) {
    if (!tags.has(name)) tags.set(name, new Set(values.map((value) => JSON.stringify(value))));
  }
  return tags;
}

function sharesTag(
  one: ReadonlyMap<string, ReadonlySet<string>>,
  other: ReadonlyMap<string, ReadonlySet<string>>,
  alike: (a: ReadonlySet<string>, b: ReadonlySet<string>) => boolean,
): boolean {
  return [...one].some(([name, values]) => {
    const others = other.get(name);
    return others !== undefined && alike(values, others);
  });
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((value) => b.has(value));
}
