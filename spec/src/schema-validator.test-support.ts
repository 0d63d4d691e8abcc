import type { Ajv2020 as Validator } from "ajv/dist/2020.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** Validates values against the schemas of an OpenAPI document. */
export interface SchemaValidator {
  /** Lists the problems of a value, one per line with its location. Empty when it satisfies the schema. */
  problems(schemaPointer: string, value: unknown): readonly string[];
}

/**
 * Makes a validator for the schemas of an OpenAPI 3.1 document (JSON Schema 2020-12, with formats). An unknown keyword
 * is an error, because a misspelt one would check nothing.
 */
export function createSchemaValidator(document: Readonly<Record<string, unknown>>): SchemaValidator {
  const validator: Validator = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
  addFormats.default(validator);
  // OpenAPI's discriminator only repeats the variants' constants, and Ajv's own does not support its mapping.
  validator.addVocabulary(["discriminator", "x-source", "x-source-note"]);
  // The whole document is added, so that `#/components/...` resolves; its own members count as keywords.
  validator.addVocabulary(Object.keys(document));
  validator.addSchema(document, "openapi.json");
  return {
    problems(schemaPointer, value): readonly string[] {
      // A reference is a URI, so the braces of a path template must be escaped in it.
      const validate = validator.compile({ $ref: `openapi.json#${encodeURI(schemaPointer)}` });
      if (validate(value)) return [];
      return (validate.errors ?? []).map((error) => `${error.instancePath || "/"} ${error.message}`);
    },
  };
}
