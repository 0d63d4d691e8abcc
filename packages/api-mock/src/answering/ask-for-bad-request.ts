import { findResponse } from "../api/find-response.ts";
import type { Violation } from "../checking/violation.ts";
import type { ForwardedRequest } from "../refusing/decide-request.ts";
import type { Refusal } from "../wire/refusal.ts";

/**
 * Replaces a request whose body breaks the document by one that makes Prism return the documented refusal: 422 if the
 * operation declares it, else 400. It is sent without a body. Prism still checks key and parameters.
 *
 * @returns the request to send instead, or a refusal when the operation documents neither status
 */
export function askForBadRequest(
  request: ForwardedRequest,
  violations: readonly Violation[],
): ForwardedRequest | Refusal {
  const { operation, headers } = request;
  const status = operation.responses["422"] === undefined ? 400 : 422;
  if (findResponse(operation, status) === undefined) {
    const broken = violations.map(({ message }) => `${message}.`).join(" ");
    return { status, detail: `${operation.operationId} does not accept this body. ${broken}` };
  }
  return { ...request, headers: { ...headers, prefer: `code=${status}` }, emptyBodyOf: undefined };
}
