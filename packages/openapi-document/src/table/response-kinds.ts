import type { ListedOperation } from "../operations/list-operations.ts";
import { asObject, type JsonObject } from "../pointer/json-object.ts";
import { childPointer } from "../pointer/json-pointer.ts";
import { locateObject } from "../pointer/locate-object.ts";
import { jsonKinds } from "../schemas/json-kinds.ts";

/**
 * Lists the JSON types of the top-level value of each response, where the document restricts them.
 *
 * @param isJson whether bodies of a media type are JSON
 * @returns types by status and media type, such as `{ "200 application/json": "array" }`
 */
export function responseKinds(
  document: JsonObject,
  { operation, operationPointer }: ListedOperation,
  isJson: (mediaType: string) => boolean,
): Record<string, string> {
  if (operation.responses === undefined) return {};
  const pointer = childPointer(operationPointer, "responses");
  const declared = locateObject(document, operation.responses, pointer, "Responses Object");
  const kinds: Record<string, string> = {};
  for (const [status, node] of Object.entries(declared.value)) {
    if (status.startsWith("x-")) continue;
    const at = childPointer(declared.pointer, status);
    const response = locateObject(document, node, at, "Response Object");
    const contentPointer = childPointer(response.pointer, "content");
    for (const [mediaType, media] of Object.entries(asObject(response.value.content))) {
      if (!isJson(mediaType)) continue;
      const described = locateObject(
        document,
        media ?? {},
        childPointer(contentPointer, mediaType),
        "Media Type Object",
      );
      const kind = jsonKinds(document, described.value.schema, childPointer(described.pointer, "schema"));
      if (kind !== "any") kinds[`${status} ${mediaType}`] = kind;
    }
  }
  return kinds;
}
