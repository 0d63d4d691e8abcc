import { isJsonObject, type JsonObject } from "@np6/openapi-document";
import { jsonCode, plain } from "../markdown/inline.ts";

/** Keywords that the type, the property list or the description shows. */
const shownElsewhere: ReadonlySet<string> = new Set([
  ...["$ref", "type", "format", "const", "title", "description", "deprecated", "properties", "required"],
  ...["items", "additionalProperties", "allOf", "oneOf", "anyOf", "discriminator", "examples", "example"],
]);

/**
 * Writes the other constraints of a schema, on one line. A keyword without a text here is shown as in the document, so
 * that none is missing. Empty when there is none.
 */
export function constraints(schema: JsonObject): string {
  return Object.entries(schema)
    .filter(([keyword]) => !shownElsewhere.has(keyword) && !keyword.startsWith("x-"))
    .map(([keyword, value]) => describe(keyword, value))
    .join("; ");
}

function describe(keyword: string, value: unknown): string {
  if (keyword === "enum" && Array.isArray(value)) return `one of ${value.map(jsonCode).join(", ")}`;
  if (keyword === "not" && isJsonObject(value) && Array.isArray(value.enum)) {
    return `none of ${value.enum.map(jsonCode).join(", ")}`;
  }
  return `${plain(keyword)}: ${jsonCode(value)}`;
}
