import { asList, isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import { resolveSchema } from "../pointer/resolve-schema.ts";

/**
 * The shape of a body, according to its schema. `structured` values need a data format such as JSON; `text` and
 * `binary` values are the body itself; `unknown` leaves it open.
 */
export type SchemaShape = "structured" | "binary" | "text" | "unknown";

// When the parts of a composed schema disagree, the first of these wins. Text can be written in a data format; a
// structured value cannot be written without one.
const PRECEDENCE: readonly SchemaShape[] = ["structured", "binary", "text"];
const STRUCTURED_TYPES = new Set<unknown>(["object", "array", "number", "integer", "boolean", "null"]);
const STRUCTURED_KEYWORDS = [
  "properties",
  "additionalProperties",
  "patternProperties",
  "discriminator",
  "items",
  "prefixItems",
];
const COMPOSITION_KEYWORDS = ["allOf", "oneOf", "anyOf"];

/** Returns the shape of the values that a schema describes, through `$ref`, allOf, oneOf and anyOf. */
export function schemaShape(document: JsonObject, schema: unknown, pointer: string): SchemaShape {
  return shapeOf(document, schema, pointer, new Set());
}

function shapeOf(document: JsonObject, schema: unknown, pointer: string, visited: Set<string>): SchemaShape {
  // A boolean schema (JSON Schema 2020-12) allows everything or nothing.
  if (!isJsonObject(schema)) return "unknown";
  const shapes = [ownShape(schema)];
  const reference = schema.$ref;
  // A circular reference adds nothing: its shape is counted already. Anchors are left to the validator.
  if (typeof reference === "string" && reference.startsWith("#/") && !visited.has(reference)) {
    visited.add(reference);
    const target = resolveSchema(document, reference, pointer);
    shapes.push(shapeOf(document, target, reference, visited));
  }
  for (const keyword of COMPOSITION_KEYWORDS) {
    const parts = schema[keyword];
    if (!Array.isArray(parts)) continue;
    for (const part of parts) shapes.push(shapeOf(document, part, pointer, visited));
  }
  return PRECEDENCE.find((shape) => shapes.includes(shape)) ?? "unknown";
}

function ownShape(schema: JsonObject): SchemaShape {
  const types: unknown[] = Array.isArray(schema.type) ? schema.type : [schema.type];
  if (types.some((type) => STRUCTURED_TYPES.has(type))) return "structured";
  if (types.includes("string")) return isBinaryString(schema) ? "binary" : "text";
  if (STRUCTURED_KEYWORDS.some((keyword) => Object.hasOwn(schema, keyword))) return "structured";
  const values = asList(schema.enum);
  const allowed = Object.hasOwn(schema, "const") ? [...values, schema.const] : values;
  if (allowed.length === 0) return "unknown";
  return allowed.every((value) => typeof value === "string") ? "text" : "structured";
}

/** `format: binary` is OpenAPI 3.0; 3.1 writes `contentMediaType` without a `contentEncoding`. */
export function isBinaryString(schema: JsonObject): boolean {
  if (schema.format === "binary") return true;
  return schema.contentMediaType === "application/octet-stream" && schema.contentEncoding === undefined;
}
