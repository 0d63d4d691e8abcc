// Entry of `@np6/openapi-runtime/validate`: generated validators as a client's `validation`. Nothing of it is in the other entries.

export { type BodyValidator, type BrokenRule, findProblems } from "./validation/find-problems.ts";
export type { SchemaProblem, Validation } from "./validation/validation.ts";
