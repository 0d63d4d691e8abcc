import { isRecord, type JsonObject } from "../is-record.ts";
import { childPointer } from "../json-pointer.ts";
import { jsonKinds } from "./json-kinds.ts";
import type { ListedOperation } from "./list-operations.ts";
import { resolveReference } from "./resolve-reference.ts";

/**
 * What the JSON of each answer of an operation can be at its top, where the document says so.
 *
 * @param isJson whether bodies of a media type are JSON
 * @returns kinds by status and media type, such as `{ "200 application/json": "array" }`
 */
export function responseKinds(
  document: JsonObject,
  { operation, operationPointer }: ListedOperation,
  isJson: (mediaType: string) => boolean,
): Record<string, string> {
  if (operation.responses === undefined) return {};
  const pointer = childPointer(operationPointer, "responses");
  const declared = resolveReference(document, operation.responses, pointer, "Responses Object");
  const kinds: Record<string, string> = {};
  for (const [status, node] of Object.entries(declared.value)) {
    if (status.startsWith("x-")) continue;
    const at = childPointer(declared.pointer, status);
    const response = resolveReference(document, node, at, "Response Object");
    const content = isRecord(response.value.content) ? response.value.content : {};
    const contentPointer = childPointer(response.pointer, "content");
    for (const [mediaType, media] of Object.entries(content)) {
      if (!isJson(mediaType)) continue;
      const described = resolveReference(
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
