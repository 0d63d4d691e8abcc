import type { JsonObject } from "../pointer/json-object.ts";

/**
 * Says in JSON Schema 2020-12 what a schema of the document says: one of OpenAPI 3.1 does already, 3.0 has its own way.
 * One level; the schemas inside are left as they are.
 */
export function inJsonSchema2020(document: JsonObject, schema: JsonObject): JsonObject {
  if (!String(document.openapi).startsWith("3.0")) return schema;
  // OpenAPI 3.0.3, Reference Object: what stands beside a $ref is ignored.
  if (typeof schema.$ref === "string") return { $ref: schema.$ref };
  const { nullable, ...converted }: Record<string, unknown> = schema;
  // `nullable` adds null to `type`; without a type it says nothing, and an `enum` has to list null itself.
  if (nullable === true && typeof converted.type === "string") converted.type = [converted.type, "null"];
  for (const [bound, exclusive] of BOUNDS) {
    if (converted[exclusive] === true) {
      converted[exclusive] = converted[bound];
      delete converted[bound];
    } else if (converted[exclusive] === false) delete converted[exclusive];
  }
  return converted;
}

const BOUNDS = [
  ["minimum", "exclusiveMinimum"],
  ["maximum", "exclusiveMaximum"],
] as const;
