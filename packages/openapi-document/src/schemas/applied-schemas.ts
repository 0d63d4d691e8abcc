import { asList, isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import { referenceTarget } from "../pointer/reference-target.ts";

/** The schemas that each value of a schema fulfils: itself and, through `$ref` and allOf, those that it is made of. */
export function appliedSchemas(document: JsonObject, schema: unknown): readonly JsonObject[] {
  const found = new Set<JsonObject>();
  const collect = (part: unknown): void => {
    if (!isJsonObject(part) || found.has(part)) return;
    found.add(part);
    if (typeof part.$ref === "string") collect(referenceTarget(document, part.$ref));
    for (const inner of asList(part.allOf)) collect(inner);
  };
  collect(schema);
  return [...found];
}

/** What they say of a property. */
export function appliedProperties(document: JsonObject, schema: unknown, name: string): readonly unknown[] {
  return appliedSchemas(document, schema).flatMap(({ properties }) =>
    isJsonObject(properties) && Object.hasOwn(properties, name) ? [properties[name]] : [],
  );
}
