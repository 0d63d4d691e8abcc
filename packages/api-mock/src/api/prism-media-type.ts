/**
 * The vendor's media types are JSON without stating it (`application/vnd.np6.cm.workflow-v4`). Prism treats only
 * `application/json` and `…+json` as JSON, so `+json` is added for Prism, and removed from its responses.
 */
const suffix = "+json";

/** Whether the name of a media type states that it is JSON (RFC 6839): `application/json` or any `+json`. */
export function isJsonName(mediaType: string): boolean {
  return /(?:\/|\+)json$/i.test(mediaType);
}

/** Returns the name of a media type for Prism. Types that are not in `disguised` stay unchanged. */
export function toPrismMediaType(mediaType: string, disguised: ReadonlySet<string>): string {
  return disguised.has(mediaType) ? mediaType + suffix : mediaType;
}

/** Converts Prism's Content-Type to the API's. Parameters stay unchanged, byte for byte. */
export function fromPrismContentType(contentType: string, disguised: ReadonlySet<string>): string {
  const end = contentType.search(/[;\s]|$/);
  const mediaType = contentType.slice(0, end);
  const original = mediaType.endsWith(suffix) ? mediaType.slice(0, -suffix.length) : mediaType;
  return disguised.has(original) ? original + contentType.slice(end) : contentType;
}
