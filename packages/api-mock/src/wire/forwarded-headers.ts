/** Headers of one connection, not of the message (RFC 9110, 7.6.1); each side of the mock has its own connection. */
const hopByHop = new Set([
  "connection",
  "keep-alive",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "expect",
]);

/**
 * Copies headers from one side of the mock to the other, with their order, spelling and repetitions.
 *
 * @param rawHeaders names and values alternately, as in node:http
 * @param changes new values by lower-case name; `undefined` removes the header
 */
export function forwardedHeaders(
  rawHeaders: readonly string[],
  changes: Readonly<Record<string, string | undefined>>,
): string[] {
  const copied: string[] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? "";
    const lowerCase = name.toLowerCase();
    if (!hopByHop.has(lowerCase) && !Object.hasOwn(changes, lowerCase)) {
      copied.push(name, rawHeaders[index + 1] ?? "");
    }
  }
  for (const [name, value] of Object.entries(changes)) if (value !== undefined) copied.push(name, value);
  return copied;
}
