import { asObject, isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import { childPointer } from "../pointer/json-pointer.ts";
import { referencePointer } from "../pointer/reference-pointer.ts";
import { referenceTarget } from "../pointer/reference-target.ts";

const SCHEMAS = "#/components/schemas";

/**
 * Lists the subtypes of a schema that has a `discriminator` but no alternatives. They are the schemas of its mapping
 * or, without a mapping, the components that include the schema by `allOf`.
 */
export function subtypesOf(document: JsonObject, pointer: string, { discriminator }: JsonObject): string[] {
  if (!isJsonObject(discriminator)) return [];
  const mapped = [...mappedPointers(document, discriminator).values()];
  if (mapped.length > 0) return [...new Set(mapped)];
  return Object.keys(asObject(referenceTarget(document, SCHEMAS)))
    .map((name) => childPointer(SCHEMAS, name))
    .filter((other) => other !== pointer && contains(document, other, pointer, []));
}

/** Resolves a discriminator's `mapping` to pointers, by value. A mapping contains names of components or references. */
export function mappedPointers(document: JsonObject, { mapping }: JsonObject): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(asObject(mapping)).map(([value, target]) => {
      const named = childPointer(SCHEMAS, String(target));
      const isName = referenceTarget(document, named) !== undefined;
      return [value, isName ? named : (referencePointer(String(target)) ?? named)];
    }),
  );
}

function contains(document: JsonObject, at: string, base: string, trail: readonly string[]): boolean {
  const schema = referenceTarget(document, at);
  if (!isJsonObject(schema) || !Array.isArray(schema.allOf) || trail.includes(at)) return false;
  return schema.allOf.some((part: unknown) => {
    const target =
      isJsonObject(part) && typeof part.$ref === "string" ? referencePointer(part.$ref) : undefined;
    return target !== undefined && (target === base || contains(document, target, base, [...trail, at]));
  });
}
