import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { specDocument } from "../exchanges/independent-document.ts";

const documentId = "https://np6.invalid/openapi.json";

// strict: false, because the spec contains OpenAPI keywords that JSON Schema lacks (discriminator, x-…).
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ ...specDocument, $id: documentId });

/**
 * Validates a body, as it was sent, against a schema of the spec.
 * @param schema - JSON pointer to the schema, as a URI fragment
 * @returns the violations, in words; empty when the body is valid
 */
export function validateBody(schema: string, body: string): string[] {
  const validate = ajv.getSchema(`${documentId}${schema}`);
  if (validate === undefined) throw new Error(`the spec has no schema at ${schema}`);
  if (validate(JSON.parse(body))) return [];
  return (validate.errors ?? []).map((error) => `${error.instancePath || "/"} ${error.message}`);
}
