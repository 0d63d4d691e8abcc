import { inJsonSchema2020, isJsonObject, type JsonObject, resolveReference } from "@np6/openapi-document";

/** Direction of a value: a request needs no `readOnly` property, and a response no `writeOnly` one. */
export type Direction = "request" | "answer";

/** Keywords whose values are data, without schemas in them. */
const data = new Set(["example", "examples", "default", "enum", "const"]);
/** Keywords whose values are objects with names chosen by the document's author. */
const mapsOfNames = new Set([
  "properties",
  "patternProperties",
  "dependentSchemas",
  "$defs",
  "definitions",
  "schemas",
]);

/**
 * Converts a schema, or an object with schemas, to JSON Schema 2020-12, for one direction. Schemas of OpenAPI 3.1 are
 * JSON Schema already; 3.0 has a different null and different exclusive bounds.
 */
export function inJsonSchema(
  document: JsonObject,
  value: unknown,
  direction: Direction,
  keysAreNames = false,
): unknown {
  if (Array.isArray(value)) return value.map((item) => inJsonSchema(document, item, direction));
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(([key, child]): [string, unknown] => {
    if (!keysAreNames && data.has(key)) return [key, child];
    return [key, inJsonSchema(document, child, direction, !keysAreNames && mapsOfNames.has(key))];
  });
  const copy = Object.fromEntries(entries);
  if (keysAreNames) return copy;
  relaxRequired(document, value, copy, direction === "request" ? "readOnly" : "writeOnly");
  return inJsonSchema2020(document, copy);
}

function relaxRequired(
  document: JsonObject,
  source: JsonObject,
  copy: Record<string, unknown>,
  flag: string,
): void {
  const { required, properties } = source;
  if (!Array.isArray(required) || !isJsonObject(properties)) return;
  copy.required = required.filter((name) => {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const isOneWay =
      isJsonObject(property) &&
      (property[flag] === true || resolveReference(document, property)[flag] === true);
    return !isOneWay;
  });
}
