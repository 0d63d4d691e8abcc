import { inCode, Refusal } from "../failures/refusal.ts";
import type { CallInit } from "../options/call-options.ts";
import type { Configuration } from "../options/configuration.ts";
import type { Serializers } from "../options/serializers.ts";
import type { NamedOperation } from "../table/api-description.ts";
import { serializePath } from "./serialize-path.ts";
import { checkQuery, serializeQuery } from "./serialize-query.ts";

/** openapi-fetch, when it is loaded. */
export type OpenapiFetch = Pick<
  typeof import("openapi-fetch"),
  "createFinalURL" | "createQuerySerializer" | "defaultPathSerializer"
>;

/**
 * The URL of a call.
 * @param openapiFetch - builds it, for calls by path and where the client has options for its query serializer. Without it, the
 *   same URL is made here: loading openapi-fetch takes longer than all the rest of an import
 * @throws Refusal for a parameter that cannot be sent, and for a URL that leaves `baseUrl`
 */
export function callUrl(
  operation: NamedOperation,
  { path, query }: Pick<CallInit, "path" | "query">,
  { baseUrl, origin }: Pick<Configuration, "baseUrl" | "origin">,
  serializers: Serializers,
  openapiFetch: OpenapiFetch | undefined,
): string {
  const { querySerializer, pathSerializer } = serializers;
  let url: string;
  // Also where somebody else fills the template: a value of `..` would climb to another path.
  const filled = baseUrl + serializePath(operation, path);
  if (openapiFetch !== undefined) {
    checkQuery(operation, query);
    url = openapiFetch.createFinalURL(operation.path, {
      baseUrl,
      params: { path: { ...path }, query: { ...query } },
      pathSerializer: pathSerializer ?? openapiFetch.defaultPathSerializer,
      querySerializer:
        typeof querySerializer === "function"
          ? querySerializer
          : openapiFetch.createQuerySerializer(querySerializer),
    });
  } else {
    const whole =
      pathSerializer === undefined ? filled : pathSerializer(baseUrl + operation.path, { ...path });
    const search =
      typeof querySerializer === "function"
        ? querySerializer({ ...query })
        : serializeQuery(operation, query);
    // As openapi-fetch does: a serializer may write the question mark, too.
    const withoutMark = search.replace(/^\?/, "");
    url = withoutMark === "" ? whole : `${whole}?${withoutMark}`;
  }
  // What stands before the first slash is the whole origin, whatever follows.
  if (!url.startsWith(`${origin}/`)) {
    throw new Refusal("the call's URL leaves the origin of `baseUrl`.", inCode(operation));
  }
  if ((pathSerializer ?? querySerializer) !== undefined && climbs.test(url.slice(origin.length))) {
    throw new Refusal(
      "a serializer wrote a URL with a `.` or `..` segment, a `#`, a space or a control character.",
      inCode(operation),
    );
  }
  return url;
}

/** What makes the platform send another URL than the one that was written. */
const climbs = /^[^?]*[/\\](?:\.|%2e){1,2}(?:[/\\?]|$)|[#\s\p{Cc}]/iu;
