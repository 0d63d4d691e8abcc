import {
  childPointer,
  isJsonObject,
  type JsonObject,
  pointerTokens,
  schemaReferences,
} from "@np6/openapi-document";
import { typeNamesFor } from "../text/type-name.ts";

/** A schema that has a type under a name. */
export interface NamedSchema {
  readonly pointer: string;
  /** Of the type. */
  readonly name: string;
  /** Of the component schema; absent for a schema that stands inside something else. */
  readonly schema?: string;
}

/** Tokens that say what kind of thing follows, and nothing of what it is. */
const STRUCTURE = new Set([
  "components",
  "schemas",
  "responses",
  "properties",
  "content",
  "schema",
  "paths",
  "$defs",
]);

/**
 * Names the schemas of a document that have a type of their own: the component schemas, and whatever else a `$ref`
 * points at. The others are called after their place (`OrderLinesItems` for
 * `#/components/schemas/Order/properties/lines/items`).
 *
 * @param inline the schemas that stand in operations
 */
export function namedSchemas(document: JsonObject, inline: readonly unknown[]): NamedSchema[] {
  const { components } = document;
  const schemas = isJsonObject(components) && isJsonObject(components.schemas) ? components.schemas : {};
  const own = new Map(Object.keys(schemas).map((name) => [childPointer("#/components/schemas", name), name]));
  const others = new Map<string, string>();
  for (const reference of schemaReferences(document, [...Object.values(schemas), ...inline])) {
    const tokens = pointerTokens(reference);
    const pointer = tokens.reduce(childPointer, "#");
    if (own.has(pointer) || others.has(pointer)) continue;
    // With spaces before it, it is no name of a component, nor that of another place.
    const words = tokens.filter((token) => !STRUCTURE.has(token)).join(" ");
    others.set(pointer, `${" ".repeat(others.size + 1)}${words}`);
  }
  const names = typeNamesFor([...own.values(), ...others.values()]);
  return [
    ...[...own].map(([pointer, schema]) => ({ pointer, schema, name: names.get(schema) ?? schema })),
    ...[...others].map(([pointer, name]) => ({ pointer, name: names.get(name) ?? name })),
  ];
}
