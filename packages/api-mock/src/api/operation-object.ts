import { type JsonObject, resolveReference } from "@np6/openapi-document";
import type { Operation } from "./read-specification.ts";

/** The operation object of the document that describes an operation. */
export function operationObject(
  document: JsonObject,
  operation: Pick<Operation, "path" | "method">,
): JsonObject {
  const paths = resolveReference(document, document.paths);
  const pathItem = resolveReference(document, paths[operation.path]);
  return resolveReference(document, pathItem[operation.method.toLowerCase()]);
}
