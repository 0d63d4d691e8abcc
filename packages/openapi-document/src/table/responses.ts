import type { ListedOperation } from "../operations/list-operations.ts";
import { locateResponses } from "../operations/locate-bodies.ts";
import { DocumentError } from "../pointer/document-error.ts";
import type { JsonObject } from "../pointer/json-object.ts";
import { contentMediaTypes } from "./content-media-types.ts";
import type { MediaTypeRegistry } from "./media-type-registry.ts";

/** Lists the media types of each documented status of an operation. */
export function responses(
  document: JsonObject,
  entry: ListedOperation,
  registry: MediaTypeRegistry,
): Record<string, readonly string[]> {
  const described = locateResponses(document, entry).map(([status, response, pointer]) => {
    if (!/^(?:[1-5](?:\d\d|XX)|default)$/.test(status)) {
      const reason = `"${status}" is not a status: write three digits, a range such as 4XX, or default`;
      throw new DocumentError(reason, [{ pointer }]);
    }
    return [status, contentMediaTypes(document, response, registry)] as const;
  });
  return Object.fromEntries(described);
}
