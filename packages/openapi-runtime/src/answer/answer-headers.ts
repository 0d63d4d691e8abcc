import type { RateLimit } from "../failures/failure.ts";
import type { ResponseHeaders } from "../table/api-description.ts";

/** Removes the API key from the value of a header. */
type Clean = (value: string | null) => string | undefined;

type ReadableHeaders = Pick<Headers, "get">;

/** Longest request id that is accepted, in characters. */
const longest = 128;

/**
 * Reads the response's request id, which is written into messages, logs and hooks. Any proxy may have set it.
 * Therefore only a token is accepted: visible ASCII without spaces.
 */
export function readRequestId(
  headers: ReadableHeaders,
  { requestId }: ResponseHeaders,
  clean: Clean,
): string | undefined {
  const id = requestId && clean(headers.get(requestId));
  return id !== undefined && id.length <= longest && /^[\x21-\x7e]+$/.test(id) ? id : undefined;
}

/**
 * Reads the rate-limit headers.
 * @returns undefined when the response has no such header
 */
export function readRateLimit(
  headers: ReadableHeaders,
  { rateLimit }: ResponseHeaders,
  clean: Clean,
): RateLimit | undefined {
  if (rateLimit === undefined) return undefined;
  const read = (name: string | undefined) => name && clean(headers.get(name));
  const limit = read(rateLimit.limit);
  const remaining = read(rateLimit.remaining);
  const reset = read(rateLimit.reset);
  if (limit === undefined && remaining === undefined && reset === undefined) return undefined;
  // Frozen, because hooks and the failure share the object.
  return Object.freeze({ limit, remaining, reset });
}
