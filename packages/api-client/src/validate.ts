// Entry of `@np6/api-client/validate`: the schemas of the spec as code. Nothing of it is in the other entry.

export { createValidation, type ValidationOptions } from "./create-validation.ts";
export type { SchemaProblem, Validation } from "./runtime/validation.ts";
