import { findOperation, type JsonObject } from "@np6/openapi-document";
import type { Operation } from "./read-specification.ts";

/** The operation object of the document that describes an operation. */
export function operationObject(
  document: JsonObject,
  operation: Pick<Operation, "path" | "method">,
): JsonObject {
  return findOperation(document, operation)?.operation ?? {};
}
