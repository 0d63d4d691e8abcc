// Entry of `@np6/api-client/validate`: the schemas of the spec as code. Nothing of it is in the other entry.

export type { SchemaProblem, Validation, ValidationOptions } from "@np6/openapi-runtime/validate";
export { createValidation } from "./create-validation.ts";
