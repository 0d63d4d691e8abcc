import type { Operation } from "../api/read-specification.ts";
import type { Refusal } from "../wire/refusal.ts";

/** The only accepted parameter: JSON is UTF-8 anyway (RFC 8259, 8.1), and some HTTP libraries always add it. */
const harmlessParameter = /^\s*charset\s*=\s*"?utf-8"?\s*$/i;

/** The boundary that separates the parts of a form (RFC 2046, section 5.1.1). */
const boundary = /^\s*boundary\s*=/i;

/**
 * Checks the Content-Type of a request's body. The bytes before the parameters must equal a declared media type. Letter
 * case counts too, because it is unknown whether the vendor's server ignores it. Only `charset=utf-8`, and the boundary
 * of a form, are accepted as parameters.
 *
 * @returns the declared media type, or a refusal (415)
 */
export function checkContentType(operation: Operation, contentType: string | undefined): string | Refusal {
  const expected = operation.requestMediaTypes;
  if (expected === undefined) {
    return {
      status: 415,
      detail: `The request has a body, but ${operation.operationId} takes none. Send the request without a body (Content-Length: 0).`,
    };
  }
  const fix = `${operation.operationId} takes ${expected.join(" or ")}. Send Content-Type: ${expected[0]}`;
  if (contentType === undefined || contentType.trim() === "") {
    return { status: 415, detail: `The request has a body, but no Content-Type. ${fix}` };
  }
  const [mediaType = "", ...parameters] = contentType.split(";");
  const declared = expected.find((candidate) => candidate === mediaType.trim());
  if (declared === undefined) {
    return { status: 415, detail: `Content-Type "${contentType}" is not declared. ${fix}` };
  }
  const isForm = declared.startsWith("multipart/");
  const isLetThrough = (parameter: string) =>
    harmlessParameter.test(parameter) || (isForm && boundary.test(parameter));
  if (!parameters.every(isLetThrough)) {
    return {
      status: 415,
      detail: `Content-Type "${contentType}": only the parameter charset=utf-8 may follow the media type. ${fix}`,
    };
  }
  return declared;
}
