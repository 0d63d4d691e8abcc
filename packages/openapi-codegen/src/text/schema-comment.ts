import { isJsonObject } from "@np6/openapi-document";
import { addJSDocComment } from "openapi-typescript";
import ts from "typescript";

/**
 * Makes the comment of a schema with openapi-typescript: title, description, default, examples and deprecation.
 *
 * @returns text for `readableComment`; undefined when the schema has none of them
 */
export function schemaComment(schema: unknown): string | undefined {
  if (!isJsonObject(schema)) return undefined;
  // openapi-typescript writes comments onto nodes only.
  const node = ts.factory.createPropertySignature(undefined, "schema", undefined, undefined);
  addJSDocComment(schema as Parameters<typeof addJSDocComment>[0], node);
  return ts.getSyntheticLeadingComments(node)?.[0]?.text;
}
