import type { DocumentedBody } from "../exchanges/documented-operations.ts";

/**
 * The media type that a call must name to send or get a body: none for the first of its place, which is the default, so that
 * the tests prove the default too.
 * @param bodies the bodies that the spec documents for a request, or for an answer
 */
export function unlessFirst(mediaType: string, bodies: readonly DocumentedBody[]): string | undefined {
  return mediaType === bodies[0]?.mediaType ? undefined : mediaType;
}
