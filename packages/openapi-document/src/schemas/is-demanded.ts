import { asList, isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import { referenceTarget } from "../pointer/reference-target.ts";
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
  const flags = schemas.map((schema) => flagsOf(document, schema, name, new Set()));
  const readOnly = flags.some((flag) => flag.readOnly);
  const writeOnly = flags.some((flag) => flag.writeOnly);
  return !(readOnly && sent) && !(writeOnly && answered);
}

interface Flags {
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
}

/** Collects the flags of a property, through `$ref` and allOf of the schema and of the property. */
function flagsOf(document: JsonObject, schema: unknown, name: string, visited: Set<unknown>): Flags {
  if (!isJsonObject(schema) || visited.has(schema)) return { readOnly: false, writeOnly: false };
  visited.add(schema);
  const { properties } = schema;
  const own = isJsonObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
  const parts = [
    typeof schema.$ref === "string" ? referenceTarget(document, schema.$ref) : undefined,
    ...asList(schema.allOf),
  ].map((part) => flagsOf(document, part, name, visited));
  const marks = [marksOf(document, own, new Set()), ...parts];
  return {
    readOnly: marks.some((mark) => mark.readOnly),
    writeOnly: marks.some((mark) => mark.writeOnly),
  };
}

function marksOf(document: JsonObject, property: unknown, visited: Set<unknown>): Flags {
  if (!isJsonObject(property) || visited.has(property)) return { readOnly: false, writeOnly: false };
  visited.add(property);
  const parts = [
    typeof property.$ref === "string" ? referenceTarget(document, property.$ref) : undefined,
    ...asList(property.allOf),
  ].map((part) => marksOf(document, part, visited));
  return {
    readOnly: property.readOnly === true || parts.some((mark) => mark.readOnly),
    writeOnly: property.writeOnly === true || parts.some((mark) => mark.writeOnly),
  };
}
