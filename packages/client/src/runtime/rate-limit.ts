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
  const read = (name: string) => clean(headers.get(`x-ratelimit-${name}`));
  const [limit, remaining, reset] = [read("limit"), read("remaining"), read("reset")];
  if (limit === undefined && remaining === undefined && reset === undefined) return undefined;
  // Frozen, because hooks and the failure share it.
  return Object.freeze({ limit, remaining, reset });
}
