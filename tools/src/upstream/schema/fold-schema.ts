import type { JsonObject } from "@np6/openapi-document";
import { foldParts } from "./fold-parts.ts";
import { nameVariants } from "./name-variants.ts";
import type { SchemaShape } from "./schema-shape.ts";
import type { SchemaView } from "./schema-view.ts";
import { splitAlternatives } from "./split-alternatives.ts";

/**
 * Folds a view into what it says: `$ref`, `allOf`, `oneOf`, `anyOf` and discriminators are gone. Alternatives that are
 * all plain values become one value of several types, and a list of known values beside "any other" a list of known
 * values; other alternatives become variants.
 */
export function foldSchema(document: JsonObject, view: SchemaView): SchemaShape {
  const split = splitAlternatives(document, view);
  const folded = foldParts(document, split.parts);
  const shape = { ...folded, nullable: folded.nullable || split.nullable };
  if (split.carrier === undefined) return shape;
  const members = split.members.map((member) => foldSchema(document, member));
  const nullable = shape.nullable || members.some((member) => member.nullable);
  if (members.every(isPlain)) return { ...mergePlain(shape, members), nullable };
  const types = members.some((member) => member.types === undefined)
    ? undefined
    : new Set(members.flatMap((member) => [...(member.types ?? [])]));
  return { ...shape, types, nullable, union: nameVariants(document, split) };
}

/** Whether a value of this shape has no inside. */
function isPlain({ types, union }: SchemaShape): boolean {
  return union === undefined && types !== undefined && !types.has("object") && !types.has("array");
}

function mergePlain(shape: SchemaShape, members: readonly SchemaShape[]): SchemaShape {
  const values = members.flatMap(({ enumeration }) => enumeration ?? []);
  const formats = new Set(members.map((member) => member.format).filter((format) => format !== undefined));
  return {
    ...shape,
    types: new Set(members.flatMap((member) => [...(member.types ?? [])])),
    format: formats.size === 1 ? [...formats][0] : shape.format,
    enumeration: values.length === 0 ? undefined : [...new Set(values)],
    limits: new Map([...shape.limits, ...members.flatMap((member) => [...member.limits])]),
  };
}
