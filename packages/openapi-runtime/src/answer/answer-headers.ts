import type { RateLimit } from "../failures/failure.ts";
import type { ResponseHeaders } from "../table/api-description.ts";

/** Takes the key out of a header's value. */
type Clean = (value: string | null) => string | undefined;

type ReadableHeaders = Pick<Headers, "get">;

/** Long enough for every id that is one. */
const longest = 128;

/**
 * The answer's request id. It goes into messages, logs and hooks, and anything on the way may have written it. So it
 * counts only as a token: visible ASCII without spaces.
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
 * @returns undefined when the answer has none of them
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
  // Frozen, because hooks and the failure share it.
  return Object.freeze({ limit, remaining, reset });
}
