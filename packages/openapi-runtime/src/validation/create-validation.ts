import { type BodyValidator, findProblems } from "./find-problems.ts";
import type { Validation } from "./validation.ts";

/** What to check. At least one of the two is needed. */
export interface ValidationOptions {
  /**
   * Check the body of a request before it is sent. What breaks the spec is a `ConfigurationError` with `problems`, and
   * nothing is sent. Default: false.
   */
  readonly requests?: boolean | undefined;
  /**
   * Check the body of a success. What breaks the spec is an `UnexpectedResponseError` with `problems`; the call has run
   * then. The body of a refusal is not checked: its status says all that is certain. Default: false.
   */
  readonly responses?: boolean | undefined;
}

/** The generated validators of an operation, by media type, and for answers by status. */
export interface OperationValidators {
  readonly requestBody: Readonly<Record<string, BodyValidator>>;
  readonly responses: Readonly<Record<string, Readonly<Record<string, BodyValidator>>>>;
}

/**
 * Makes the `validation` of a client: bodies are checked against the schemas of the spec, by code that was generated
 * from them. It needs no `eval`, so it runs on workerd and under a Content Security Policy too.
 * @param validators - by operationId
 * @param propertyNames - names that the spec has, and that may therefore be told
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
          const ofStatus =
            declared?.[status] ?? declared?.[`${Math.floor(status / 100)}XX`] ?? declared?.default;
          return findProblems(ofStatus?.[mediaType], body, propertyNames);
        }
      : undefined,
  };
}
