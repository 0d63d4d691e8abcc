import { registerSchema, unregisterSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
import { isJsonObject } from "@np6/openapi-document";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Sample } from "./schema-arbitrary.test-support.ts";

/** Checks a sample with Ajv and with a validator of other authors; returns the verdicts of both. */
export async function verdicts(
  version: string,
  { schema, components, values }: Sample,
): Promise<[boolean[], boolean[]]> {
  const convert = version.startsWith("3.0") ? from30 : from31;
  const whole = JSON.parse(
    JSON.stringify({ $ref: "#/$defs/it", $defs: { ...components, it: schema } }, (_, node: unknown) =>
      convert(node),
    ).replaceAll("#/components/schemas/", "#/$defs/"),
  );
  const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false });
  const byAjv = ajv.compile(whole);
  const uri = "https://np6.test/schema";
  registerSchema(structuredClone(whole), uri, "https://json-schema.org/draft/2020-12/schema");
  try {
    const byOther = await validate(uri);
    return [
      values.map((value) => byAjv(value) === true),
      values.map((value) => byOther(value as never).valid),
    ];
  } finally {
    unregisterSchema(uri);
  }
}

/**
 * Removes `nullable`, which only Ajv applies to JSON Schema 2020-12. Core, 6.5: "Unknown keywords SHOULD be treated as
 * annotations, where the value of the keyword is the value of the annotation."
 */
function from31(node: unknown): unknown {
  if (!isJsonObject(node)) return node;
  const { nullable: _, ...rest } = node;
  return rest;
}

/**
 * Converts a schema of OpenAPI 3.0.3 to JSON Schema 2020-12. The section "Schema Object" says that `nullable` adds
 * "null" to a type: "only if type is explicitly defined within the same Schema Object." The section "Reference Object"
 * says: "any properties added SHALL be ignored."
 */
function from30(node: unknown): unknown {
  if (!isJsonObject(node)) return node;
  if (typeof node.$ref === "string" && !("$defs" in node)) return { $ref: node.$ref };
  if (node.nullable !== true || typeof node.type !== "string") return from31(node);
  const { nullable: _, ...rest } = node;
  return { ...rest, type: [node.type, "null"] };
}
