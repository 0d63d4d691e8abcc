import type { JsonObject } from "../pointer/json-object.ts";

/**
 * Converts a schema to JSON Schema 2020-12. Schemas of OpenAPI 3.1 already are; those of 3.0 differ. Only one level is
 * converted, not the schemas inside.
 */
export function inJsonSchema2020(document: JsonObject, schema: JsonObject): JsonObject {
  if (!String(document.openapi).startsWith("3.0")) return schema;
  // OpenAPI 3.0.3, Reference Object: members beside a $ref are ignored.
  if (typeof schema.$ref === "string") return { $ref: schema.$ref };
  const { nullable, ...converted }: Record<string, unknown> = schema;
  // `nullable` adds null to `type`. Without a type it has no effect, and an `enum` has to list null itself.
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
