import {
  asObject,
  childPointer,
  isJsonObject,
  type JsonObject,
  listOperations,
  nameOperations,
} from "@np6/openapi-document";
import { inlineResponseHeaders } from "./inline-response-headers.ts";
import { membersOf, prepareContent } from "./prepare-content.ts";

type MutableObject = Record<string, unknown>;

/**
 * Copies a bundled document and prepares the copy for openapi-typescript:
 *
 * - every operation gets its name as operationId, so that `operations` contains all of them;
 * - a path item that refers to `components.pathItems` is copied into its path, where its operations can be named;
 * - operations of webhooks and of path item components lose their operationIds, so that `operations` contains exactly
 *   those of the operation table, each once;
 * - headers that responses refer to are copied in place, so that optional ones stay optional;
 * - content and parameters are those of the operation table (`prepareContent`).
 */
export function documentForTypes(document: JsonObject): MutableObject {
  const copy = structuredClone(document) as MutableObject;
  const operations = nameOperations(listOperations(document, []), []);
  const paths: MutableObject = {};
  for (const { path, method, name, pathItem, operation, operationPointer } of operations) {
    const item = (paths[path] ?? withoutReference(pathItem)) as MutableObject;
    paths[path] = item;
    const named: MutableObject = { ...structuredClone(operation), operationId: name };
    inlineResponseHeaders(document, named.responses, childPointer(operationPointer, "responses"));
    if (operationPointer.includes("/additionalOperations/")) {
      item.additionalOperations = { ...asObject(item.additionalOperations), [method]: named };
    } else item[method.toLowerCase()] = named;
  }
  if (isJsonObject(document.paths)) copy.paths = { ...paths };
  dropOperationIds(copy.webhooks);
  if (isJsonObject(copy.components)) {
    dropOperationIds(copy.components.pathItems);
    inlineResponseHeaders(document, copy.components.responses, "#/components/responses");
  }
  prepareContent(copy);
  return copy;
}

function withoutReference(pathItem: JsonObject): JsonObject {
  const { $ref: _, ...members } = structuredClone(pathItem);
  return members;
}

function dropOperationIds(pathItems: unknown): void {
  for (const operation of membersOf(...membersOf(pathItems))) delete operation.operationId;
}
