import type { JsonObject } from "@np6/openapi-document";
import { childPointer, referenceTarget } from "@np6/openapi-document";
import { jsonObject, membersOf } from "../document/json-object.ts";
import { referencePointer } from "../document/json-pointer.ts";
import { type SchemaPart, schemaParts } from "./schema-view.ts";

/**
 * The subtypes of a schema that has a `discriminator` and lists no alternatives: those of its mapping, or, without a
 * mapping, the named schemas that contain it by `allOf`.
 */
export function subtypePointers(document: JsonObject, { schema, pointer }: SchemaPart): string[] {
  const discriminator = jsonObject(schema.discriminator);
  if (discriminator === undefined) return [];
  const mapped = [...discriminatorMapping(document, schema).values()];
  if (mapped.length > 0) return [...new Set(mapped)];
  return membersOf(referenceTarget(document, "#/components/schemas"))
    .map(([name]) => childPointer("#/components/schemas", name))
    .filter(
      (other) =>
        other !== pointer &&
        Array.isArray(jsonObject(referenceTarget(document, other))?.allOf) &&
        schemaParts(document, other).some((part) => part.pointer === pointer),
    );
}

/**
 * The pointers that a discriminator's `mapping` gives to its values. A mapping names a schema or refers to one.
 */
export function discriminatorMapping(document: JsonObject, schema: JsonObject): ReadonlyMap<string, string> {
  const mapping = membersOf(jsonObject(schema.discriminator)?.mapping);
  return new Map(mapping.map(([value, target]) => [value, mappedPointer(document, String(target))]));
}

function mappedPointer(document: JsonObject, target: string): string {
  const named = childPointer("#/components/schemas", target);
  return referenceTarget(document, named) === undefined ? (referencePointer(target) ?? named) : named;
}
