import type { Refusal } from "../wire/refusal.ts";

/**
 * Checks that a POST, PUT or PATCH declares the length of its body, even of an empty one. The vendor's server answers
 * 411 to a chunked or missing length (observed).
 *
 * @returns a refusal (411), or `undefined`
 */
export function checkContentLength(method: string, contentLength: string | undefined): Refusal | undefined {
  if (!["POST", "PUT", "PATCH"].includes(method) || contentLength !== undefined) return undefined;
  return {
    status: 411,
    detail: `The ${method} has no Content-Length. Send the length in bytes: pass the whole body at once instead of a stream, and Content-Length: 0 without a body (curl: -d '').`,
  };
}
