import type { Header } from "har-format";
import type { Specification } from "../api/read-specification.ts";
import { removedKey } from "../requests/create-key-remover.ts";
import type { IsSecret } from "../requests/secret-headers.ts";

/** Replaces the values of unknown headers in a recording. */
export const notRecorded = "(not recorded)";

/** Headers whose values concern HTTP and not a person. In lower case. */
const recorded = new Set(
  `accept accept-charset accept-encoding accept-language age allow cache-control connection content-disposition content-encoding
  content-language content-length content-type date deprecation etag expect expires host if-match if-modified-since if-none-match
  if-unmodified-since keep-alive last-modified link location origin pragma prefer preference-applied range retry-after server
  sl-violations sunset transfer-encoding upgrade user-agent vary via x-np6-mock x-np6-mock-scenario x-request-id
  x-ratelimit-limit x-ratelimit-remaining x-ratelimit-reset`.split(/\s+/),
);

/** Lower-case names of the headers that the document declares for answers. */
export function answerHeaders({ operations }: Specification): string[] {
  const responses = operations.flatMap((operation) => Object.values(operation.responses));
  return responses.flatMap(({ headerNames }) => headerNames.map((name) => name.toLowerCase()));
}

/**
 * Lists headers for a HAR file. Only values of headers known to the standards or the document are written: others may
 * contain a key that is not recognised.
 *
 * @param rawHeaders names and values alternately
 * @param declared lower-case names of headers that the document declares
 */
export function recordedHeaders(
  rawHeaders: readonly string[],
  isSecret: IsSecret,
  declared: ReadonlySet<string>,
): Header[] {
  return rawHeaders.flatMap((name, index) => {
    if (index % 2 === 1) return [];
    const lowerCase = name.toLowerCase();
    if (isSecret(name)) return [{ name, value: removedKey }];
    const isKnown = recorded.has(lowerCase) || declared.has(lowerCase);
    return [{ name, value: isKnown ? (rawHeaders[index + 1] ?? "") : notRecorded }];
  });
}
