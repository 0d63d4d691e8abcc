import { isJsonObject, type JsonObject } from "@np6/openapi-document";
import type { ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** Tells what a value breaks of a schema that stands in the document, one line each; none when it is valid. */
export type Validate = (schema: unknown, value: unknown) => string[];

/**
 * Makes a schema complete: what its `$ref`s point to goes along. OpenAPI's own keywords and the vendor extensions are no
 * JSON Schema and mean nothing to what reads the result.
 */
export function standaloneSchema(document: JsonObject, schema: unknown): JsonObject {
  const { components, paths } = document;
  return { ...(isJsonObject(schema) ? schema : {}), components, paths };
}

/**
 * Makes a validator for the schemas of an OpenAPI 3.1 document (JSON Schema 2020-12). Each schema is compiled when it is first
 * needed.
 *
 * @throws Error for OpenAPI 3.0, whose schemas are of another kind
 */
export function createValidator(document: JsonObject): Validate {
  if (!/^3\.1\./.test(String(document.openapi))) {
    throw new Error(
      `The document is OpenAPI ${document.openapi}; state, generated answers and the proxy need 3.1, whose schemas are JSON Schema. Convert it, or leave them out.`,
    );
  }
  // Not strict: the document has keywords of OpenAPI (discriminator, example) and of its author (x-…).
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
  addFormats.default(ajv);
  const compiled = new Map<unknown, ValidateFunction>();
  return (schema, value) => {
    const validate = compiled.get(schema) ?? ajv.compile(standaloneSchema(document, schema));
    compiled.set(schema, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || "/"} ${message}`);
  };
}
