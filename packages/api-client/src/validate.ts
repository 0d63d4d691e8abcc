// Entry of `@np6/api-client/validate`: the schemas of the spec as code. No other entry contains it.

export type { SchemaProblem, Validation } from "@np6/openapi-runtime/validate";
export { createValidation, type Np6ValidationOptions as ValidationOptions } from "./create-validation.ts";
export { checkWorkflow, type WorkflowParts } from "./workflows/check-workflow.ts";
