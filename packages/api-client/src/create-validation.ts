import type { Validation } from "@np6/openapi-runtime/validate";
import { findProblems } from "@np6/openapi-runtime/validate";
import { propertyNames, validators } from "./generated/validators.gen.ts";

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

/**
 * Makes the `validation` of a client: bodies are checked against the schemas of the spec, by code that was generated
 * from them. It needs no `eval`, so it runs on workerd and under a Content Security Policy too.
 * @example
 * const np6 = createClient({ apiKey, validation: createValidation({ requests: true, responses: true }) });
 */
export function createValidation(options: ValidationOptions): Validation {
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
