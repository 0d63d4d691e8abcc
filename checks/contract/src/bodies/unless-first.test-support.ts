import type { DocumentedBody } from "../exchanges/documented-operations.ts";

/**
 * Returns the media type that a call must name: none for the first one, so that the tests also cover the default.
 * @param bodies the documented bodies of a request or response
 */
export function unlessFirst(mediaType: string, bodies: readonly DocumentedBody[]): string | undefined {
  return mediaType === bodies[0]?.mediaType ? undefined : mediaType;
}
