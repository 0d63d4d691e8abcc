import { asList, isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import { referenceTarget } from "../pointer/reference-target.ts";

/** Returns a schema and those of its `$ref` and `allOf`, recursively: all apply to the same values. */
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

/** Returns the schemas of a property in all schemas that apply to the same values. */
export function appliedProperties(document: JsonObject, schema: unknown, name: string): readonly unknown[] {
  return appliedSchemas(document, schema).flatMap(({ properties }) =>
    isJsonObject(properties) && Object.hasOwn(properties, name) ? [properties[name]] : [],
  );
}
