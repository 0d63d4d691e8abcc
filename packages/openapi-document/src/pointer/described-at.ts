import { isJsonObject, type JsonObject } from "./json-object.ts";
import { resolveReference } from "./resolve-reference.ts";

/**
 * Resolves the `$ref` of a value. Members beside the `$ref`, such as a description of this use, override those of the
 * target.
 */
export function describedAt(document: JsonObject, value: unknown): JsonObject {
  const target = resolveReference(document, value);
  if (!isJsonObject(value) || value.$ref === undefined) return target;
  const { $ref, ...beside } = value;
  return { ...target, ...beside };
}
