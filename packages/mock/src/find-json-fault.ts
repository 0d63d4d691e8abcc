/**
 * Tells what keeps a body from being JSON (RFC 8259), or `undefined` when it is JSON. Prism 5.16 never answers a request
 * whose JSON cannot be read, so this is decided before it gets one.
 */
export function findJsonFault(body: Buffer): string | undefined {
  try {
    JSON.parse(body.toString("utf8"));
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `${reason} (${body.length} bytes came)`;
  }
}
