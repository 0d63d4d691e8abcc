/** What the server says of the account's rate limit, as it was sent; the unit of `reset` is not documented. */
export interface RateLimit {
  readonly limit: string | undefined;
  readonly remaining: string | undefined;
  readonly reset: string | undefined;
}

/**
 * Reads the rate-limit headers.
 * @param clean - takes the key out of a value
 * @returns undefined when the answer has none of them
 */
export function readRateLimit(
  headers: Headers,
  clean: (value: string | null) => string | undefined,
): RateLimit | undefined {
  const limit = clean(headers.get("x-ratelimit-limit"));
  const remaining = clean(headers.get("x-ratelimit-remaining"));
  const reset = clean(headers.get("x-ratelimit-reset"));
  if (limit === undefined && remaining === undefined && reset === undefined) return undefined;
  // Frozen, because hooks and the failure share it.
  return Object.freeze({ limit, remaining, reset });
}
