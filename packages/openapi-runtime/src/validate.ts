// Entry of `@np6/openapi-runtime/validate`: generated validators as a client's `validation`. Nothing of it is in the other entries.

export {
  createValidationBy,
  type OperationValidators,
  type ValidationOptions,
} from "./validation/create-validation.ts";
export type { BodyValidator, BrokenRule } from "./validation/find-problems.ts";
export type { SchemaProblem, Validation } from "./validation/validation.ts";
