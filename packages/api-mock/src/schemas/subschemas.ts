import { isJsonObject, type JsonObject, resolveReference } from "@np6/openapi-document";

/** The schemas that describe the same value as this one: itself, its `$ref`, and what it is combined from. */
export function sameValueSchemas(document: JsonObject, schema: unknown): JsonObject[] {
  const found = new Set<JsonObject>();
  const collect = (value: unknown): void => {
    if (!isJsonObject(value)) return;
    const resolved = resolveReference(document, value);
    if (found.has(resolved)) return;
    found.add(resolved);
    for (const keyword of ["allOf", "oneOf", "anyOf"]) {
      const parts = resolved[keyword];
      if (Array.isArray(parts)) parts.forEach(collect);
    }
  };
  collect(schema);
  return [...found];
}

/** The schemas of a property, as all that describe the object say. */
export function propertySchemas(document: JsonObject, schema: unknown, name: string): unknown[] {
  return sameValueSchemas(document, schema).flatMap(({ properties }) =>
    isJsonObject(properties) && properties[name] !== undefined ? [properties[name]] : [],
  );
}

/** The schemas of an array's items. */
export function itemSchemas(document: JsonObject, schema: unknown): unknown[] {
  return sameValueSchemas(document, schema).flatMap(({ items }) => (isJsonObject(items) ? [items] : []));
}
