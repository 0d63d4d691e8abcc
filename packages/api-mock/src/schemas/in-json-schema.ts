import { inJsonSchema2020, isJsonObject, type JsonObject, resolveReference } from "@np6/openapi-document";

/** Which way a value goes: a property that is `readOnly` is not demanded of a request, one that is `writeOnly` not of an answer. */
export type Direction = "request" | "answer";

/** Keywords whose values are data: nothing in them is a schema. */
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
 * Says in JSON Schema 2020-12 what a schema, or anything that holds schemas, says for one direction. Schemas of OpenAPI 3.1 are
 * JSON Schema already; 3.0 has its own null and its own exclusive bounds.
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
  demandNoOneWay(document, value, copy, direction === "request" ? "readOnly" : "writeOnly");
  return inJsonSchema2020(document, copy);
}

function demandNoOneWay(
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
