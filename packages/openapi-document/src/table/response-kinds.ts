import type { ListedOperation } from "../operations/list-operations.ts";
import { locateContent, locateResponses } from "../operations/locate-bodies.ts";
import type { JsonObject } from "../pointer/json-object.ts";
import { childPointer } from "../pointer/json-pointer.ts";
import { jsonKinds } from "../schemas/json-kinds.ts";

/**
 * Lists the JSON types of the top-level value of each response, where the document restricts them.
 *
 * @param isJson whether bodies of a media type are JSON
 * @returns types by status and media type, such as `{ "200 application/json": "array" }`
 */
export function responseKinds(
  document: JsonObject,
  entry: ListedOperation,
  isJson: (mediaType: string) => boolean,
): Record<string, string> {
  const kinds: Record<string, string> = {};
  for (const [status, response] of locateResponses(document, entry)) {
    for (const [mediaType, { value, pointer }] of locateContent(document, response)) {
      if (!isJson(mediaType)) continue;
      const kind = jsonKinds(document, value.schema, childPointer(pointer, "schema"));
      if (kind !== "any") kinds[`${status} ${mediaType}`] = kind;
    }
  }
  return kinds;
}
