import type { JsonObject, JsonType } from "@np6/openapi-document";
import { type ObjectTraits, schemaTraits } from "./schema-traits.ts";
import { hasString } from "./strings.ts";

/** The condition under which a value is checked by a branch of a union. */
export interface ArmCondition {
  readonly types: readonly JsonType[];
  /** For objects: the values of a member that identify this branch; `undefined` for all strings of no other branch. */
  readonly tag?: { readonly property: string; readonly values: readonly string[] | undefined };
}

/** The conditions that select one branch of a union. */
export interface ArmSelection {
  /** One condition per branch, in their order. A value satisfies at most one. */
  readonly conditions: readonly ArmCondition[];
  /** A schema that every value of the union satisfies, but no value that matches no condition. */
  readonly guard: JsonObject;
}

/**
 * Selects a branch of a `oneOf` or `anyOf` by the value's type, or by a member that has other strings in each branch.
 * Only the selected branch is then checked. So the errors are those of this branch, not those of all branches.
 *
 * @param tagName the member to test, when the document names it
 * @param isDemanded whether a branch demands a member that it requires
 * @returns `undefined` when the branches overlap, or cannot be proven disjoint
 */
export function selectArms(
  document: JsonObject,
  arms: readonly unknown[],
  tagName?: string,
  isDemanded: (member: string, arm: unknown) => boolean = () => true,
): ArmSelection | undefined {
  const traits = arms.map((arm) => schemaTraits(document, arm));
  const typesOfArms = traits.map(({ types }) => [...(types ?? [])]);
  if (typesOfArms.length === 0 || typesOfArms.some((types) => types.length === 0)) return undefined;
  const types = typesOfArms.flat();
  const type = [...new Set(types)];
  const objects = traits.filter((arm) => arm.types?.has("object"));
  if (type.length === types.length)
    return { conditions: typesOfArms.map((one) => ({ types: one })), guard: { type } };
  // With several branches for objects, each must accept objects only, and the others must have different types.
  const others = types.filter((one) => one !== "object");
  if (new Set(others).size !== others.length || objects.some((arm) => arm.types?.size !== 1))
    return undefined;
  const property = [...(tagName === undefined ? (objects[0]?.members.keys() ?? []) : [tagName])].find(
    (name) => tellsApart(name, objects) && arms.every((arm) => isDemanded(name, arm)),
  );
  if (property === undefined) return undefined;
  const known = objects.map((arm) => tagValues(arm, property));
  return {
    conditions: traits.map((arm, index) =>
      arm.types?.has("object")
        ? { types: ["object"], tag: { property, values: tagValues(arm, property) } }
        : { types: typesOfArms[index] ?? [] },
    ),
    guard: {
      type,
      required: [property],
      properties: {
        [property]: known.includes(undefined) ? { type: "string" } : { enum: known.flat() },
      },
    },
  };
}

/** Lists the strings that a branch accepts for a member; `undefined` when it accepts all except some. */
function tagValues(arm: ObjectTraits, property: string): readonly string[] | undefined {
  const strings = arm.members.get(property)?.strings;
  return strings !== undefined && "only" in strings ? [...strings.only] : undefined;
}

function tellsApart(property: string, objects: readonly ObjectTraits[]): boolean {
  const tags = objects.map((arm) => arm.members.get(property)).filter((tag) => tag !== undefined);
  const isTag = tags.every(({ types }) => types?.size === 1 && types.has("string"));
  if (!isTag || tags.length < objects.length || !objects.every((arm) => arm.required.has(property)))
    return false;
  const known = objects.flatMap((arm) => tagValues(arm, property) ?? []);
  const [open, ...more] = tags.filter(({ strings }) => "but" in strings);
  return (
    new Set(known).size === known.length &&
    more.length === 0 &&
    (open === undefined || !known.some((value) => hasString(open.strings, value)))
  );
}
