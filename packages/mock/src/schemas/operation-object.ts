import { type JsonObject, resolveReference } from "@np6/openapi-document";
import type { Operation } from "../read-specification.ts";

/** The parameters of an operation, those of its path included. */
export function operationParameters(
  document: JsonObject,
  operation: Pick<Operation, "path" | "method">,
): JsonObject[] {
  const pathItem = resolveReference(document, resolveReference(document, document.paths)[operation.path]);
  return [operationObject(document, operation).parameters, pathItem.parameters]
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .map((parameter) => resolveReference(document, parameter));
}

/** The operation object of the document that describes an operation. */
export function operationObject(
  document: JsonObject,
  operation: Pick<Operation, "path" | "method">,
): JsonObject {
  const paths = resolveReference(document, document.paths);
  const pathItem = resolveReference(document, paths[operation.path]);
  return resolveReference(document, pathItem[operation.method.toLowerCase()]);
}
