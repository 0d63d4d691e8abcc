import { isJsonObject, type JsonObject, resolveReference } from "@np6/openapi-document";

/** Finds the schemas of the same value: this one, its `$ref`, and its parts in `allOf`, `oneOf` and `anyOf`. */
export function sameValueSchemas(document: JsonObject, schema: unknown): JsonObject[] {
  const schemas = new Set<JsonObject>();
  const collect = (value: unknown): void => {
    if (!isJsonObject(value)) return;
    const resolved = resolveReference(document, value);
    if (schemas.has(resolved)) return;
    schemas.add(resolved);
    for (const keyword of ["allOf", "oneOf", "anyOf"]) {
      const parts = resolved[keyword];
      if (Array.isArray(parts)) parts.forEach(collect);
    }
  };
  collect(schema);
  return [...schemas];
}

/** Finds the schemas of a property, in all schemas that describe the object. */
export function propertySchemas(document: JsonObject, schema: unknown, name: string): unknown[] {
  return sameValueSchemas(document, schema).flatMap(({ properties }) =>
    isJsonObject(properties) && properties[name] !== undefined ? [properties[name]] : [],
  );
}

/** Finds the schemas of an array's items. */
export function itemSchemas(document: JsonObject, schema: unknown): unknown[] {
  return sameValueSchemas(document, schema).flatMap(({ items }) => (isJsonObject(items) ? [items] : []));
}
