import type { JsonObject } from "@np6/openapi-document";
import { addJSDocComment } from "openapi-typescript";
import ts from "typescript";

/**
 * Makes the comment of an operation from its summary, description and deprecation, like openapi-typescript.
 *
 * @returns text for `readableComment`; undefined when the document has none of them
 */
export function operationComment({ summary, description, deprecated }: JsonObject): string | undefined {
  // openapi-typescript writes comments onto nodes only. It is used here too, so that an operation has the same text
  // wherever it is described.
  const node = ts.factory.createPropertySignature(undefined, "operation", undefined, undefined);
  addJSDocComment({ summary, description, deprecated } as Parameters<typeof addJSDocComment>[0], node);
  return ts.getSyntheticLeadingComments(node)?.[0]?.text;
}
