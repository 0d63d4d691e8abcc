import { CodegenError } from "../codegen-error.ts";
import type { JsonObject } from "../is-record.ts";
import { childPointer } from "../json-pointer.ts";
import type { CodegenWarning } from "./codegen-warning.ts";
import { contentMediaTypes } from "./content-media-types.ts";
import type { ListedOperation } from "./list-operations.ts";
import type { MediaTypeRegistry } from "./media-type-registry.ts";
import { resolveReference } from "./resolve-reference.ts";

/** Lists the media types of each documented status of an operation. */
export function responses(
  document: JsonObject,
  entry: ListedOperation,
  registry: MediaTypeRegistry,
  warnings: CodegenWarning[],
): Record<string, readonly string[]> {
  const { operation, operationPointer } = entry;
  if (operation.responses === undefined) return {};
  const responsesPointer = childPointer(operationPointer, "responses");
  const declared = resolveReference(document, operation.responses, responsesPointer, "Responses Object");
  const described = Object.entries(declared.value)
    .filter(([status]) => !status.startsWith("x-"))
    .map(([status, node]): [string, string[]] => {
      const pointer = childPointer(declared.pointer, status);
      if (!/^(?:[1-5](?:\d\d|XX)|default)$/.test(status)) {
        const reason = `"${status}" is not a status: write three digits, a range such as 4XX, or default`;
        throw new CodegenError(reason, [{ pointer }]);
      }
      return [
        status,
        contentMediaTypes(
          document,
          resolveReference(document, node, pointer, "Response Object"),
          registry,
          warnings,
        ),
      ];
    });
  return Object.fromEntries(described);
}
