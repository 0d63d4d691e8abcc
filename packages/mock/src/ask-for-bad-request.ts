import type { ForwardedRequest } from "./decide-request.ts";
import { findResponse } from "./find-response.ts";
import type { Refusal } from "./refusal.ts";

/**
 * Replaces a request whose body is not JSON by one that makes Prism give the documented 400, because Prism 5.16 never
 * answers the original. It goes without its body. The key is still checked by Prism.
 *
 * @returns the request to send instead, or a refusal when the operation documents no 400
 */
export function askForBadRequest(request: ForwardedRequest, jsonFault: string): ForwardedRequest | Refusal {
  const { operation, headers } = request;
  if (findResponse(operation, 400) === undefined) {
    return {
      status: 400,
      detail: `The body of ${operation.operationId} is not JSON: ${jsonFault}. Send JSON in UTF-8.`,
    };
  }
  return {
    ...request,
    headers: { ...headers, prefer: "code=400", "content-length": "0" },
    emptyBodyOf: undefined,
  };
}
