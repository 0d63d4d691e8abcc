import type { JsonObject } from "@np6/openapi-document";
import { addJSDocComment } from "openapi-typescript";
import ts from "typescript";

/**
 * The comment of an operation: its summary, description and deprecation, as openapi-typescript writes them.
 *
 * @returns text for `readableComment`; undefined when the document says nothing
 */
export function operationComment({ summary, description, deprecated }: JsonObject): string | undefined {
  // openapi-typescript writes comments onto nodes only. It is asked all the same, so that an operation reads the same
  // wherever it is described.
  const node = ts.factory.createPropertySignature(undefined, "operation", undefined, undefined);
  addJSDocComment({ summary, description, deprecated } as Parameters<typeof addJSDocComment>[0], node);
  return ts.getSyntheticLeadingComments(node)?.[0]?.text;
}
