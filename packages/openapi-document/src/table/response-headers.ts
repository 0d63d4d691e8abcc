import type { ListedOperation } from "../operations/list-operations.ts";
import { isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import { resolveReference } from "../pointer/resolve-reference.ts";
import type { ResponseHeadersDescription } from "./api-description.ts";

/** Matches `x-request-id`, `Request-Id`, `X-Vendor-Request-Id`; no standard defines the name. */
const requestIdName = /^(?:\w+-)*request-id$/;

/** Matches `x-ratelimit-remaining` with or without `x-` (draft-ietf-httpapi-ratelimit-headers, up to version 7). */
const rateLimitName = /^(?:x-)?rate-?limit-(limit|remaining|reset)$/;

/**
 * Finds the response headers that a client interprets: the first one of each kind, in the order of the document.
 * @returns names in lower case; undefined when the document declares none
 */
export function responseHeaders(
  document: JsonObject,
  entries: readonly ListedOperation[],
): ResponseHeadersDescription | undefined {
  let requestId: string | undefined;
  const rateLimit: Record<string, string> = {};
  for (const name of entries.flatMap(({ operation }) => headerNames(document, operation))) {
    if (requestIdName.test(name)) requestId ??= name;
    const [, part] = rateLimitName.exec(name) ?? [];
    if (part !== undefined) rateLimit[part] ??= name;
  }
  if (requestId === undefined && Object.keys(rateLimit).length === 0) return undefined;
  return {
    ...(requestId === undefined ? {} : { requestId }),
    ...(Object.keys(rateLimit).length === 0 ? {} : { rateLimit }),
  };
}

/** Lists the names of all headers that the responses of an operation declare. */
function headerNames(document: JsonObject, operation: JsonObject): string[] {
  return Object.values(resolveReference(document, operation.responses)).flatMap((response) => {
    if (!isJsonObject(response)) return [];
    const headers = resolveReference(document, resolveReference(document, response).headers);
    return Object.keys(headers).map((name) => name.toLowerCase());
  });
}
