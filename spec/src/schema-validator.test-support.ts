import type { Ajv2020 as Validator } from "ajv/dist/2020.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** Validates values against schemas that stand in one OpenAPI document. */
export interface SchemaValidator {
  /** What is wrong with the value: one line each, with the place in the value. Empty when it satisfies the schema. */
  problems(schemaPointer: string, value: unknown): readonly string[];
}

/**
 * Makes a validator for the schemas of an OpenAPI 3.1 document (JSON Schema 2020-12, formats included). A keyword that
 * JSON Schema does not know is an error: a misspelt one would check nothing.
 */
export function createSchemaValidator(document: Readonly<Record<string, unknown>>): SchemaValidator {
  const validator: Validator = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
  addFormats.default(validator);
  // OpenAPI's discriminator says what the variants say themselves; ajv's own does not know its mapping.
  validator.addVocabulary(["discriminator", "x-source", "x-source-note"]);
  // The document is handed over whole, so that `#/components/...` resolves: its own members are no misspelt keywords.
  validator.addVocabulary(Object.keys(document));
  validator.addSchema(document, "openapi.json");
  return {
    problems(schemaPointer, value): readonly string[] {
      // A reference is a URI: the braces of a path template must be escaped in it.
      const validate = validator.compile({ $ref: `openapi.json#${encodeURI(schemaPointer)}` });
      if (validate(value)) return [];
      return (validate.errors ?? []).map((error) => `${error.instancePath || "/"} ${error.message}`);
    },
  };
}
