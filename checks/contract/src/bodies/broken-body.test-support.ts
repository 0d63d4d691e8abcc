import * as fc from "fast-check";
import { bodyArbitrary } from "./body-arbitrary.test-support.ts";
import { validateBody } from "./validate-body.ts";

/** A body that violates its schema in one place. */
export interface BrokenBody {
  readonly body: unknown;
  /** The change to a valid body, for example `removed /receiver/type`. */
  readonly change: string;
}

/**
 * Generates bodies with a single mistake: one member of a valid body is removed, or one value is replaced by one of
 * another type, and the schema refuses the result.
 *
 * @param pointer JSON pointer to the schema, as a URI fragment
 */
export function brokenBody(pointer: string): fc.Arbitrary<BrokenBody> {
  return fc
    .tuple(bodyArbitrary(pointer), fc.boolean(), fc.nat())
    .map(([body, isRemoval, choice]) => {
      // Few places can be removed, but missing parts are the most frequent mistake.
      const [removals, replacements] = [removalsIn(body), replacementsIn(body)];
      const changes = isRemoval && removals.length > 0 ? removals : replacements;
      return changes[choice % changes.length] as BrokenBody;
    })
    .filter(({ body }) => validateBody(pointer, JSON.stringify(body)).length > 0);
}

const values: readonly unknown[] = [{}, [], "text", 0.5, true, null];

/** Lists all variants of a JSON value without one member, at any depth. */
function removalsIn(value: unknown, pointer = ""): BrokenBody[] {
  const names = Array.isArray(value) ? [] : Object.keys(containerOf(value));
  const removed = names.map((name) => ({ body: without(value, name), change: `removed ${pointer}/${name}` }));
  return [...removed, ...inEachMember(value, pointer, removalsIn)];
}

/** Lists all variants of a JSON value in which one value, or itself, has another type. */
function replacementsIn(value: unknown, pointer = ""): BrokenBody[] {
  const replaced = values
    .filter((replacement) => typeOf(replacement) !== typeOf(value))
    .map((replacement) => ({
      body: replacement,
      change: `replaced ${pointer || "/"} by ${JSON.stringify(replacement)}`,
    }));
  return [...replaced, ...inEachMember(value, pointer, replacementsIn)];
}

function inEachMember(
  value: unknown,
  pointer: string,
  changesIn: (member: unknown, pointer: string) => BrokenBody[],
): BrokenBody[] {
  return Object.entries(containerOf(value)).flatMap(([name, member]) =>
    changesIn(member, `${pointer}/${name}`).map(({ body, change }) => ({
      body: withMember(value, name, body),
      change,
    })),
  );
}

function containerOf(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function without(value: unknown, name: string): unknown {
  const { [name]: _, ...rest } = value as Record<string, unknown>;
  return rest;
}

function withMember(value: unknown, name: string, member: unknown): unknown {
  return Array.isArray(value)
    ? value.map((element, index) => (String(index) === name ? member : element))
    : { ...containerOf(value), [name]: member };
}
