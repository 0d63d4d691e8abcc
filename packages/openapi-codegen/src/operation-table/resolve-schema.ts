import { CodegenError } from "../codegen-error.ts";
import { isRecord, type JsonObject } from "../is-record.ts";
import { referenceTarget } from "./reference-target.ts";

/**
 * What the `$ref` of a schema points at, one step: a schema, which may be a boolean or a reference itself.
 *
 * @throws CodegenError when there is no schema
 */
export function resolveSchema(
  document: JsonObject,
  reference: string,
  pointer: string,
): JsonObject | boolean {
  const target = referenceTarget(document, reference);
  if (typeof target === "boolean" || isRecord(target)) return target;
  const reason =
    target === undefined
      ? `$ref "${reference}" points at nothing`
      : `$ref "${reference}" points at no schema, which is an object or a boolean`;
  throw new CodegenError(reason, [{ pointer }]);
}
