import { findOperation, type JsonObject } from "@np6/openapi-document";

/** The operation object of the document that describes an operation. */
export function operationObject(
  document: JsonObject,
  operation: { readonly path: string; readonly method: string },
): JsonObject {
  return findOperation(document, operation)?.operation ?? {};
}
