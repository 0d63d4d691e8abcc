import { isJsonObject, type JsonObject } from "./json-object.ts";
import { locateObject } from "./locate-object.ts";

/**
 * Follows `$ref`s inside a bundled document to the first object without one.
 *
 * @returns an empty object for a value that is not an object
 * @throws DocumentError when a `$ref` points outside the document, at nothing, or back to itself
 */
export function resolveReference(document: JsonObject, value: unknown): JsonObject {
  return isJsonObject(value) ? locateObject(document, value, "#", "n object").value : {};
}
