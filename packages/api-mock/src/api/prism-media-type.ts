/**
 * The vendor's media types are JSON without saying so (`application/vnd.np6.cm.workflow-v4`). Prism takes only
 * `application/json` and `…+json` for JSON, so it gets every such type with `+json` added, and the answer gets it removed.
 */
const suffix = "+json";

/** True when the media type's own name says JSON (RFC 6839): `application/json` or any `+json`. */
export function saysJson(mediaType: string): boolean {
  return /(?:\/|\+)json$/i.test(mediaType);
}

/** The name under which Prism knows a media type. Types that are not in `disguised` stay as they are. */
export function toPrismMediaType(mediaType: string, disguised: ReadonlySet<string>): string {
  return disguised.has(mediaType) ? mediaType + suffix : mediaType;
}

/** The Content-Type that the API would send, from the one that Prism sent. Parameters stay byte for byte. */
export function fromPrismContentType(contentType: string, disguised: ReadonlySet<string>): string {
  const end = contentType.search(/[;\s]|$/);
  const mediaType = contentType.slice(0, end);
  const original = mediaType.endsWith(suffix) ? mediaType.slice(0, -suffix.length) : mediaType;
  return disguised.has(original) ? original + contentType.slice(end) : contentType;
}
