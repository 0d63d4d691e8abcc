import { isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import { childPointer, pointerTokens } from "../pointer/json-pointer.ts";
import { referenceTarget } from "../pointer/reference-target.ts";
import { inJsonSchema2020 } from "../schemas/in-json-schema-2020.ts";
import type { Alternative, Part } from "./alternative.ts";
import { typesOf } from "./alternative-types.ts";
import { contradict, takesObjectsOnly } from "./contradiction.ts";

/** One that is not yet known to be of one type. */
interface Combination {
  readonly parts: readonly Part[];
  readonly names: readonly string[];
  readonly tags: ReadonlyMap<string, readonly string[]>;
}

/** More combinations of unions than these are not written out; documents of vendors stay far below. */
const MOST = 400;

const nothing: Combination = { parts: [], names: [], tags: new Map() };

/**
 * Brings schemas that hold together into one form: references followed, `allOf` folded, and unions, lists of types and `nullable`
 * written out as alternatives of one type each. So whatever way a document says it, the same values have the same form.
 *
 * @param view pointers of the schemas
 */
export function alternativesOf(document: JsonObject, view: readonly string[]): Alternative[] {
  const all = view
    .map((pointer) => combinationsAt(document, pointer, []))
    .reduce<Combination[]>((left, right) => product(document, left, right), [nothing]);
  return joinValues(
    all.flatMap((combination) => typesOf(combination.parts).map((type) => ({ type, ...combination }))),
  );
}

function combinationsAt(document: JsonObject, pointer: string, trail: readonly string[]): Combination[] {
  const written = referenceTarget(document, pointer);
  if (written === false) return [];
  if (!isJsonObject(written) || trail.includes(pointer)) return [nothing];
  const { $ref, allOf, oneOf, anyOf, ...own } = inJsonSchema2020(document, written);
  const path = [...trail, pointer];
  let all: Combination[] = [{ parts: [{ own, written, pointer }], names: namesAt(pointer), tags: new Map() }];
  if (typeof $ref === "string") all = product(document, all, combinationsAt(document, canonical($ref), path));
  for (const [index] of listed(allOf).entries()) {
    all = product(
      document,
      all,
      combinationsAt(document, childPointer(childPointer(pointer, "allOf"), index), path),
    );
  }
  for (const [keyword, arms] of Object.entries({ oneOf, anyOf })) {
    if (!Array.isArray(arms)) continue;
    const at = childPointer(pointer, keyword);
    const variants = arms.flatMap((arm, index) =>
      combinationsAt(document, childPointer(at, index), path).map((variant) =>
        tagged(variant, arm, own.discriminator),
      ),
    );
    all = product(document, all, variants);
  }
  return all;
}

/** Both hold. Combinations that nothing satisfies are left out, unless there is no other. */
function product(
  document: JsonObject,
  left: readonly Combination[],
  right: readonly Combination[],
): Combination[] {
  const isPossible = (one: Combination, other: Combination) =>
    !(takesObjectsOnly([...one.parts, ...other.parts]) && contradict(document, one.parts, other.parts));
  const pairs = left.flatMap((one) => right.map((other) => [one, other] as const));
  const possible = pairs.length > 1 ? pairs.filter(([one, other]) => isPossible(one, other)) : pairs;
  const told = possible.length > 0 ? possible : pairs;
  const some =
    told.length > MOST ? left.flatMap((one) => told.filter(([first]) => first === one).slice(0, 1)) : told;
  return some.map(([one, other]) => ({
    parts: [
      ...one.parts,
      ...other.parts.filter(({ pointer }) => !one.parts.some((part) => part.pointer === pointer)),
    ],
    names: [...one.names, ...other.names],
    tags: new Map([...one.tags, ...other.tags]),
  }));
}

/** A variant that a discriminator names has one of these values in its property. */
function tagged(variant: Combination, arm: unknown, discriminator: unknown): Combination {
  if (!isJsonObject(discriminator) || !isJsonObject(arm) || typeof arm.$ref !== "string") return variant;
  const { propertyName, mapping } = discriminator;
  const name = pointerTokens(arm.$ref).at(-1) ?? "";
  const mapped = Object.entries(isJsonObject(mapping) ? mapping : {}).flatMap(([value, target]) =>
    target === name || canonical(String(target)) === canonical(String(arm.$ref)) ? [value] : [],
  );
  const values = mapped.length > 0 ? mapped : [name];
  return { ...variant, tags: new Map([...variant.tags, [String(propertyName), values]]) };
}

/** Alternatives of one type that only list values are one alternative that lists them all. */
function joinValues(alternatives: readonly Alternative[]): Alternative[] {
  const joined: Alternative[] = [];
  const seen = new Set<string>();
  for (const alternative of alternatives) {
    const key = `${alternative.type} ${alternative.parts.map(({ pointer }) => pointer).join(" ")}`;
    const same = joined.findIndex(({ type }) => type === alternative.type && type === "null");
    if (seen.has(key) || same !== -1) continue;
    seen.add(key);
    joined.push(alternative);
  }
  return joined;
}

function namesAt(pointer: string): readonly string[] {
  const [section, kind, name, ...rest] = pointerTokens(pointer);
  return section === "components" && kind === "schemas" && name !== undefined && rest.length === 0
    ? [name]
    : [];
}

/** A pointer as `childPointer` writes it. */
function canonical(pointer: string): string {
  return pointerTokens(pointer).reduce(childPointer, "#");
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
