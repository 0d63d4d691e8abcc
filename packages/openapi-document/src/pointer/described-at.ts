import { isJsonObject, type JsonObject } from "./json-object.ts";
import { resolveReference } from "./resolve-reference.ts";

/**
 * What stands at a place of the document: the target of its `$ref`. What stands beside the `$ref` is laid over it, such
 * as a description for just this use.
 */
export function describedAt(document: JsonObject, value: unknown): JsonObject {
  const target = resolveReference(document, value);
  if (!isJsonObject(value) || value.$ref === undefined) return target;
  const { $ref, ...beside } = value;
  return { ...target, ...beside };
}
