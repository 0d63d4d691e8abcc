import type { JsonObject } from "@np6/openapi-document";
import { addJSDocComment } from "openapi-typescript";
import ts from "typescript";

/**
 * Makes the comment of a schema or an operation with openapi-typescript, so that it has the same text wherever it is described:
 * summary, title, description, default, examples and deprecation.
 *
 * @returns text for `readableComment`; undefined when the document has none of them
 */
export function commentOf(described: JsonObject): string | undefined {
  // openapi-typescript writes comments onto nodes only.
  const node = ts.factory.createPropertySignature(undefined, "described", undefined, undefined);
  addJSDocComment(described as Parameters<typeof addJSDocComment>[0], node);
  return ts.getSyntheticLeadingComments(node)?.[0]?.text;
}
