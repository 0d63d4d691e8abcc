import { findResponse } from "../api/find-response.ts";
import type { Violation } from "../checking/violation.ts";
import type { ForwardedRequest } from "../refusing/decide-request.ts";
import type { Refusal } from "../wire/refusal.ts";

/**
 * Replaces a request whose body breaks the document by one that makes Prism give the documented refusal: 422 where the operation
 * has one, else 400. It goes without its body. Key and parameters are still checked by Prism.
 *
 * @returns the request to send instead, or a refusal when the operation documents neither
 */
export function askForBadRequest(
  request: ForwardedRequest,
  violations: readonly Violation[],
): ForwardedRequest | Refusal {
  const { operation, headers } = request;
  const status = operation.responses["422"] === undefined ? 400 : 422;
  if (findResponse(operation, status) === undefined) {
    const broken = violations.map(({ message }) => `${message}.`).join(" ");
    return { status, detail: `${operation.operationId} does not take this body. ${broken}` };
  }
  return { ...request, headers: { ...headers, prefer: `code=${status}` }, emptyBodyOf: undefined };
}
