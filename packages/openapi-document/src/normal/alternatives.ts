import { asList, isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import { childPointer, pointerTokens } from "../pointer/json-pointer.ts";
import { referencePointer } from "../pointer/reference-pointer.ts";
import { referenceTarget } from "../pointer/reference-target.ts";
import { inJsonSchema2020 } from "../schemas/in-json-schema-2020.ts";
import type { Alternative, Part } from "./alternative.ts";
import { firstTypes, typesOf } from "./alternative-types.ts";
import { contradict, takesObjectsOnly } from "./contradiction.ts";
import { mappedPointers, subtypesOf } from "./subtypes.ts";

/**
 * How schemas are read. `strict` follows OpenAPI. `lenient` also follows the author's intention: `nullable` without a
 * type adds null, and a `discriminator` without alternatives stands for its subtypes. A `$ref` to nothing becomes a
 * type of its own; a contradiction has the type stated first.
 */
export type SchemaReading = "strict" | "lenient";

/** An alternative before its type is determined. */
type Combination = Omit<Alternative, "type">;

/** The number of combinations above which a product of unions is shortened; documents of vendors stay far below. */
const MOST = 400;

const nothing: Combination = { parts: [], names: [], tags: new Map() };

/**
 * Converts schemas that apply to one value into their normal form. References are followed and `allOf` is folded.
 * Unions, lists of types and `nullable` become alternatives of one type each. So the same values have the same form
 * however a document describes them.
 *
 * @param view pointers of the schemas
 */
export function alternativesOf(
  document: JsonObject,
  view: readonly string[],
  reading: SchemaReading = "strict",
): Alternative[] {
  const read = { document, isLenient: reading === "lenient" };
  const all = view
    .map((pointer) => combinationsAt(read, pointer, []))
    .reduce<Combination[]>((left, right) => product(document, left, right), [nothing]);
  const possible = all.flatMap((one) => typesOf(one.parts).map((type) => ({ type, ...one })));
  if (possible.length > 0 || !read.isLenient) return joinValues(possible);
  // A contradiction is shown with the types that it states first.
  return all.flatMap((one) => firstTypes(one.parts).map((type) => ({ type, ...one })));
}

interface Read {
  readonly document: JsonObject;
  readonly isLenient: boolean;
}

function combinationsAt(read: Read, pointer: string, trail: readonly string[]): Combination[] {
  const { document, isLenient } = read;
  const written = referenceTarget(document, pointer);
  if (written === false) return [];
  if (!isJsonObject(written) || trail.includes(pointer)) return [nothing];
  const { $ref, allOf, oneOf, anyOf, ...own } = inJsonSchema2020(document, written);
  const path = [...trail, pointer];
  const names = namesAt(pointer);
  let all: Combination[] = [{ parts: [{ own, written, pointer }], names, tags: new Map() }];
  if (typeof $ref === "string") all = product(document, all, referred(read, $ref, path));
  for (const [index] of asList(allOf).entries()) {
    all = product(
      document,
      all,
      combinationsAt(read, childPointer(childPointer(pointer, "allOf"), index), path),
    );
  }
  const variant = (arm: unknown, at: string) =>
    combinationsAt(read, at, path).map((one) => tagged(one, arm, own.discriminator, document));
  for (const [keyword, arms] of Object.entries({ oneOf, anyOf })) {
    if (!Array.isArray(arms)) continue;
    const at = childPointer(pointer, keyword);
    all = product(
      document,
      all,
      arms.flatMap((arm, index) => variant(arm, childPointer(at, index))),
    );
  }
  if (!isLenient) return all;
  const subtypes = oneOf === undefined && anyOf === undefined ? subtypesOf(document, pointer, own) : [];
  // Seen from a subtype, the other subtypes of its base are no alternatives.
  if (subtypes.length > 0 && !subtypes.some((subtype) => path.includes(subtype))) {
    all = product(
      document,
      all,
      subtypes.flatMap((subtype) => variant({ $ref: subtype }, subtype)),
    );
  }
  const none = { parts: [{ own: { type: "null" }, written, pointer }], names, tags: new Map() };
  const isNullable = [own, ...asList(allOf)].some((part) => isJsonObject(part) && part.nullable === true);
  return isNullable ? [...all, none] : all;
}

function referred(read: Read, $ref: string, trail: readonly string[]): Combination[] {
  const { document, isLenient } = read;
  const target = referencePointer($ref);
  if (isLenient && (target === undefined || referenceTarget(document, target) === undefined)) {
    const own = { type: `unresolved $ref "${$ref}"` };
    const at = childPointer(trail.at(-1) ?? "#", "$ref");
    return [{ parts: [{ own, written: own, pointer: at }], names: [], tags: new Map() }];
  }
  return target === undefined ? [nothing] : combinationsAt(read, target, trail);
}

/** Combines alternatives that apply together. Impossible combinations are dropped, unless all are impossible. */
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
    ...(one.variant === undefined && other.variant === undefined
      ? {}
      : { variant: other.variant ?? one.variant }),
  }));
}

/** Adds the values that a discriminator assigns to a variant. */
function tagged(
  variant: Combination,
  arm: unknown,
  discriminator: unknown,
  document: JsonObject,
): Combination {
  const at = variant.variant ?? variant.parts.find(({ written }) => written.$ref === undefined)?.pointer;
  const known = at === undefined ? variant : { ...variant, variant: at };
  if (!isJsonObject(discriminator) || !isJsonObject(arm)) return known;
  const { propertyName } = discriminator;
  if (typeof propertyName !== "string") return known;
  const mapped = [...mappedPointers(document, discriminator)];
  const end = variant.parts.findIndex((part) => !isWrapper(part));
  const target = variant.parts
    .slice(0, end + 1)
    .find((part) => mapped.some(([, pointer]) => pointer === part.pointer))?.pointer;
  const values = mapped.flatMap(([value, pointer]) => (pointer === target ? [value] : []));
  if (values.length === 0) {
    if (typeof arm.$ref !== "string") return known;
    values.push(pointerTokens(arm.$ref).at(-1) ?? "");
  }
  return { ...known, tags: new Map([...known.tags, [propertyName, values]]) };
}

/** Whether a schema has no rules of its own: it is a reference, or an `allOf` with one member. */
function isWrapper({ own, written: { $ref, allOf } }: Part): boolean {
  return $ref !== undefined || (Object.keys(own).length === 0 && asList(allOf).length === 1);
}

/** Removes alternatives that are listed twice; `null` is kept once. */
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
