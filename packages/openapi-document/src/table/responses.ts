import type { ListedOperation } from "../operations/list-operations.ts";
import type { TableWarning } from "../operations/table-warning.ts";
import { DocumentError } from "../pointer/document-error.ts";
import type { JsonObject } from "../pointer/json-object.ts";
import { childPointer } from "../pointer/json-pointer.ts";
import { locateObject } from "../pointer/locate-object.ts";
import { contentMediaTypes } from "./content-media-types.ts";
import type { MediaTypeRegistry } from "./media-type-registry.ts";

/** Lists the media types of each documented status of an operation. */
export function responses(
  document: JsonObject,
  entry: ListedOperation,
  registry: MediaTypeRegistry,
  warnings: TableWarning[],
): Record<string, readonly string[]> {
  const { operation, operationPointer } = entry;
  if (operation.responses === undefined) return {};
  const responsesPointer = childPointer(operationPointer, "responses");
  const declared = locateObject(document, operation.responses, responsesPointer, "Responses Object");
  const described = Object.entries(declared.value)
    .filter(([status]) => !status.startsWith("x-"))
    .map(([status, node]): [string, string[]] => {
      const pointer = childPointer(declared.pointer, status);
      if (!/^(?:[1-5](?:\d\d|XX)|default)$/.test(status)) {
        const reason = `"${status}" is not a status: write three digits, a range such as 4XX, or default`;
        throw new DocumentError(reason, [{ pointer }]);
      }
      return [
        status,
        contentMediaTypes(
          document,
          locateObject(document, node, pointer, "Response Object"),
          registry,
          warnings,
        ),
      ];
    });
  return Object.fromEntries(described);
}
