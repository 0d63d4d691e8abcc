import { type BodyFormat, describedTypes, type JsonObject } from "@np6/openapi-document";
import ts from "typescript";
import { anyValue } from "../schema-types/type-nodes.ts";

const { factory } = ts;

/**
 * The type of a body, as a client gives and gets it. Bytes are a Blob and text is a string, whatever a schema says of
 * what is written in them; JSON and forms are what the schema says.
 *
 * @param schema of the body; `undefined` when it has none
 * @param render writes the type of the schema
 */
export function bodyType(
  document: JsonObject,
  schema: unknown,
  format: BodyFormat,
  render: () => ts.TypeNode,
): ts.TypeNode {
  if (format === "binary") return factory.createTypeReferenceNode("Blob");
  if (format !== "text") return schema === undefined ? anyValue : render();
  const types = describedTypes(document, schema);
  const isText = types !== undefined && types.size > 0 && [...types].every((type) => type === "string");
  return isText ? render() : factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
}
