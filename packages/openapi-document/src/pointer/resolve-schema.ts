import { DocumentError } from "./document-error.ts";
import { isJsonObject, type JsonObject } from "./json-object.ts";
import { referenceTarget } from "./reference-target.ts";

/**
 * Looks up the target of a schema's `$ref` in one step: a schema, which may be a boolean or another reference.
 *
 * @throws DocumentError when there is no schema
 */
export function resolveSchema(
  document: JsonObject,
  reference: string,
  pointer: string,
): JsonObject | boolean {
  const target = referenceTarget(document, reference);
  if (typeof target === "boolean" || isJsonObject(target)) return target;
  const reason =
    target === undefined
      ? `$ref "${reference}" points at nothing`
      : `$ref "${reference}" points at no schema, which is an object or a boolean`;
  throw new DocumentError(reason, [{ pointer }]);
}
