import { type BodyFormat, describedTypes, type JsonObject } from "@np6/openapi-document";
import ts from "typescript";
import { anyValue } from "../schema-types/type-nodes.ts";

const { factory } = ts;

/**
 * Writes the type of a body as a client passes and returns it. Binary bodies are a Blob and text bodies a string,
 * whatever the schema describes. JSON and forms have the type of the schema.
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
