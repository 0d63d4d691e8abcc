/** A body that was read as JSON. */
export type ReadJson =
  | { readonly value: unknown; readonly fault?: undefined }
  | { readonly value?: undefined; readonly fault: string };

/**
 * Reads a body as JSON (RFC 8259), or tells what keeps it from being JSON. Prism 5.16 never answers a request whose JSON cannot
 * be read, so this is decided before it gets one.
 */
export function readJson(body: Buffer): ReadJson {
  try {
    return { value: JSON.parse(body.toString("utf8")) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { fault: `${reason} (${body.length} bytes came)` };
  }
}
