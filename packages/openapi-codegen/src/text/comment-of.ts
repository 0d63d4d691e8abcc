import type { JsonObject } from "@np6/openapi-document";
import { addJSDocComment } from "openapi-typescript";
import ts from "typescript";

/**
 * Makes the comment of a schema or operation with openapi-typescript: summary, title, description, default, examples
 * and deprecation. Types and methods thus have the same text.
 *
 * @returns text for `readableComment`; undefined when the document has none of these
 */
export function commentOf(described: JsonObject): string | undefined {
  // openapi-typescript adds comments only to nodes.
  const node = ts.factory.createPropertySignature(undefined, "described", undefined, undefined);
  addJSDocComment(described as Parameters<typeof addJSDocComment>[0], node);
  return ts.getSyntheticLeadingComments(node)?.[0]?.text;
}
