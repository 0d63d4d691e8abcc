import { createValidationBy, type Validation, type ValidationOptions } from "@np6/openapi-runtime/validate";
import { propertyNames, validators } from "./generated/validators.gen.ts";

/**
 * Makes the `validation` of a client: bodies are checked against the schemas of the spec, by code that was generated
 * from them. It needs no `eval`, so it runs on workerd and under a Content Security Policy too.
 * @example
 * const np6 = createClient({ apiKey, validation: createValidation({ requests: true, responses: true }) });
 */
export function createValidation(options: ValidationOptions): Validation {
  return createValidationBy(validators, propertyNames, options);
}
