import type { JsonObject } from "@np6/openapi-document";
import { type JsonType, type ObjectTraits, schemaTraits } from "./schema-traits.ts";
import { hasString } from "./strings.ts";

/** When an arm of a union is the one that a value is meant for. */
export interface ArmCondition {
  readonly types: readonly JsonType[];
  /** For objects that a member tells apart: `undefined` values are all strings that no other arm has. */
  readonly tag?: { readonly property: string; readonly values: readonly string[] | undefined };
}

/** How to tell the arms of a union apart. */
export interface ArmSelection {
  /** One for each arm, in their order. At most one of them holds for a value. */
  readonly conditions: readonly ArmCondition[];
  /** A schema that every value of the union satisfies, and none that is meant for no arm. */
  readonly guard: JsonObject;
}

/**
 * Finds out whether one look at a value says which arm of a `oneOf` or `anyOf` it is meant for. It goes by the value's
 * type, or by a member that each arm wants to be another string. The union can then be checked by that arm alone, and
 * tells what is wrong inside it, instead of everything that is wrong with each.
 *
 * @param tagName the member to look at, when the document names it
 * @param isDemanded whether an arm demands a member that it requires
 * @returns `undefined` when the arms overlap, or cannot be proven not to
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
  // Several arms for objects: each must be for nothing else, and the others must have types of their own.
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

/** The strings that an arm wants a member to be; `undefined` when it takes all but some. */
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
