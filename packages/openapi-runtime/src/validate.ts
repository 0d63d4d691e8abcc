// Entry of `@np6/openapi-runtime/validate`: a client's `validation` by generated validators. No other entry has it.

export {
  createValidationBy,
  type OperationValidators,
  type ValidationOptions,
} from "./validation/create-validation.ts";
export type { BodyValidator, BrokenRule } from "./validation/find-problems.ts";
export type { SchemaProblem, Validation } from "./validation/validation.ts";
