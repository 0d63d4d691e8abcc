import { inCode, Refusal } from "../failures/refusal.ts";
import type { CallInit } from "../options/call-options.ts";
import type { Configuration } from "../options/configuration.ts";
import type { Serializers } from "../options/serializers.ts";
import type { NamedOperation } from "../table/api-description.ts";
import { serializePath } from "./serialize-path.ts";
import { checkQuery, serializeQuery } from "./serialize-query.ts";

/** The loaded module openapi-fetch. */
export type OpenapiFetch = Pick<
  typeof import("openapi-fetch"),
  "createFinalURL" | "createQuerySerializer" | "defaultPathSerializer"
>;

type Base = Pick<Configuration, "baseUrl" | "origin">;
type Parameters = Pick<CallInit, "path" | "query">;

/**
 * Makes the URL of a call.
 * @param openapiFetch - builds it for calls by path and for the caller's serializers. Otherwise the same URL is built
 *   here: loading openapi-fetch takes longer than the rest of an import
 * @throws Refusal for a parameter that cannot be sent, and for a URL that leaves `baseUrl`
 */
export function callUrl(
  operation: NamedOperation,
  parameters: Parameters,
  base: Base,
  serializers: Serializers,
  openapiFetch: OpenapiFetch | undefined,
): string {
  // Checked even when the caller fills the template: a value of `..` would lead to another path.
  const path = serializePath(operation, parameters.path);
  let url: string;
  if (openapiFetch === undefined) {
    // Like openapi-fetch, which treats a question mark at the beginning as its own.
    const query = serializeQuery(operation, parameters.query).replace(/^\?/, "");
    url = base.baseUrl + path + (query && `?${query}`);
  } else {
    checkQuery(operation, parameters.query);
    url = urlByOpenapiFetch(operation, parameters, base.baseUrl, serializers, openapiFetch);
    const { querySerializer, pathSerializer } = serializers;
    if ((querySerializer ?? pathSerializer) !== undefined && changed.test(url.slice(base.origin.length))) {
      throw new Refusal(
        "a serializer wrote a URL with a `.` or `..` segment, a `#`, a space or a control character.",
        inCode(operation),
      );
    }
  }
  // The origin ends at the first slash, whatever follows.
  if (url.startsWith(`${base.origin}/`)) return url;
  throw new Refusal("the call's URL leaves the origin of `baseUrl`.", inCode(operation));
}

function urlByOpenapiFetch(
  operation: NamedOperation,
  { path, query }: Parameters,
  baseUrl: string,
  { querySerializer, pathSerializer }: Serializers,
  { createFinalURL, createQuerySerializer, defaultPathSerializer }: OpenapiFetch,
): string {
  // openapi-fetch has one format for all lists of a client; the document may require different ones.
  const serializer =
    querySerializer === undefined && operation.querySeparators !== undefined
      ? (values: object) => serializeQuery(operation, values)
      : querySerializer;
  return createFinalURL(operation.path, {
    baseUrl,
    params: { path: { ...path }, query: { ...query } },
    pathSerializer: pathSerializer ?? defaultPathSerializer,
    querySerializer: typeof serializer === "function" ? serializer : createQuerySerializer(serializer),
  });
}

/** Matches text that makes the platform send a different URL than the written one. */
const changed = /^[^?]*[/\\](?:\.|%2e){1,2}(?:[/\\?]|$)|[#\s\p{Cc}]/iu;
