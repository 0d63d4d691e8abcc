/** Long enough for every id that is one. */
const longest = 128;

/**
 * The answer's `x-request-id`. It goes into messages, logs and hooks, and anything on the way may have written it, so it counts
 * only as a token: visible ASCII without spaces.
 * @param clean - takes the key out of a value
 */
export function readRequestId(
  headers: Pick<Headers, "get">,
  clean: (value: string | null) => string | undefined,
): string | undefined {
  const id = clean(headers.get("x-request-id"));
  return id !== undefined && id.length <= longest && /^[\x21-\x7e]+$/.test(id) ? id : undefined;
}
