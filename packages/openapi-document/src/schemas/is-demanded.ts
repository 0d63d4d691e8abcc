import type { JsonObject } from "../pointer/json-object.ts";
import { appliedProperties, appliedSchemas } from "./applied-schemas.ts";
import type { SchemaUse } from "./schema-uses.ts";

/**
 * Whether a required property is required in every use of the schema. OpenAPI 3.0.3, Schema Object: a required
 * `readOnly` property is required in responses only, a `writeOnly` property in requests only. One type serves both
 * directions. So in a schema of both, such a property is optional.
 *
 * @param schemas all schemas that describe the object together, such as the parts of an allOf
 * @param use use of the schema; `undefined` when no operation reaches it
 */
export function isDemanded(
  document: JsonObject,
  name: string,
  schemas: readonly unknown[],
  use: SchemaUse | undefined,
): boolean {
  const { sent = true, answered = true } = use ?? {};
  const marks = schemas
    .flatMap((schema) => appliedProperties(document, schema, name))
    .flatMap((property) => appliedSchemas(document, property));
  const readOnly = marks.some((mark) => mark.readOnly === true);
  const writeOnly = marks.some((mark) => mark.writeOnly === true);
  return !(readOnly && sent) && !(writeOnly && answered);
}
