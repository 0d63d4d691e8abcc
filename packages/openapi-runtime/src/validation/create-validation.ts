import { type BodyValidator, findProblems } from "./find-problems.ts";
import type { Validation } from "./validation.ts";

/** The bodies to check. At least one of the two is required. */
export interface ValidationOptions {
  /**
   * Check the body of a request before it is sent. A body that breaks the spec is a `ConfigurationError` with
   * `problems`, and nothing is sent. Default: false.
   */
  readonly requests?: boolean | undefined;
  /**
   * Check the body of a success. A body that breaks the spec is an `UnexpectedResponseError` with `problems`, after the
   * call has run. The body of a refusal is not checked: only its status is certain. Default: false.
   */
  readonly responses?: boolean | undefined;
}

/** The generated validators of an operation, by media type, and for responses also by status. */
export interface OperationValidators {
  readonly requestBody: Readonly<Record<string, BodyValidator>>;
  readonly responses: Readonly<Record<string, Readonly<Record<string, BodyValidator>>>>;
}

/**
 * Makes the `validation` of a client: it checks bodies against the schemas of the spec, by generated code. It needs no
 * `eval`, so it runs on workerd and under a Content Security Policy too.
 * @param validators - by operationId
 * @param propertyNames - names of the spec, which may appear in messages
 */
export function createValidationBy(
  validators: Readonly<Record<string, OperationValidators>>,
  propertyNames: ReadonlySet<string>,
  options: ValidationOptions,
): Validation {
  const { requests, responses } = options ?? {};
  return {
    options: options ?? {},
    checkRequest: requests
      ? (operationId, mediaType, body) =>
          findProblems(validators[operationId]?.requestBody[mediaType], body, propertyNames)
      : undefined,
    checkResponse: responses
      ? (operationId, status, mediaType, body) => {
          const declared = validators[operationId]?.responses;
          const byMediaType =
            declared?.[status] ?? declared?.[`${Math.floor(status / 100)}XX`] ?? declared?.default;
          return findProblems(byMediaType?.[mediaType], body, propertyNames);
        }
      : undefined,
  };
}
