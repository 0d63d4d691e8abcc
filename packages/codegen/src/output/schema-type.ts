import type { SchemaObject } from "openapi-typescript";
import ts from "typescript";
import { isRecord } from "../is-record.ts";
import { isBinaryString } from "../operation-table/schema-shape.ts";

const { factory } = ts;
// Any of these gives the object a type of its own, or a part of one.
const CONTENT = ["properties", "patternProperties", "$defs", "allOf", "anyOf", "oneOf", "enum", "const"];

/**
 * The types that openapi-typescript gets wrong for a client, corrected:
 *
 * - a binary string is a Blob, since that is what is sent and received; `string` would be its default;
 * - an object that is closed and empty stays `Record<string, never>`, although a bare `type: object` is open
 *   (see `emptyObjectsUnknown` where the types are rendered).
 *
 * @returns `undefined` to keep the default
 */
export function schemaType(schema: SchemaObject): ts.TypeNode | undefined {
  return typeOf(schema);
}

// Boolean schemas and those of OpenAPI 3.0 come here too, against the declared type.
function typeOf(schema: unknown): ts.TypeNode | undefined {
  if (!isRecord(schema)) return undefined;
  if (schema.type === "string" && isBinaryString(schema)) return withNull("Blob", [], schema.nullable);
  const closed =
    schema.additionalProperties === false && !CONTENT.some((keyword) => Object.hasOwn(schema, keyword));
  if (schema.type !== "object" || !closed) return undefined;
  const members = [
    factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    factory.createKeywordTypeNode(ts.SyntaxKind.NeverKeyword),
  ];
  return withNull("Record", members, schema.nullable);
}

/** OpenAPI 3.0 says `nullable`; openapi-typescript takes the answer for a property as it is. */
function withNull(name: string, typeArguments: ts.TypeNode[], nullable: unknown): ts.TypeNode {
  const reference = factory.createTypeReferenceNode(
    name,
    typeArguments.length === 0 ? undefined : typeArguments,
  );
  if (nullable !== true) return reference;
  return factory.createUnionTypeNode([reference, factory.createLiteralTypeNode(factory.createNull())]);
}
