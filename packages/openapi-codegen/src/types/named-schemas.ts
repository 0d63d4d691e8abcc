import {
  asObject,
  childPointer,
  type JsonObject,
  pointerTokens,
  schemaReferences,
} from "@np6/openapi-document";
import { typeNamesFor } from "../text/type-name.ts";

/** A schema with a named type. */
export interface NamedSchema {
  readonly pointer: string;
  /** Name of the type. */
  readonly name: string;
  /** Name of the component schema; absent for a schema inside another object. */
  readonly schema?: string;
}

/** Pointer tokens that carry no name of a schema. */
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
 * Names the schemas that get their own type: the component schemas and all other targets of a `$ref`. The latter are
 * named after their location (`OrderLinesItems` for `#/components/schemas/Order/properties/lines/items`).
 *
 * @param inline the schemas inside operations
 */
export function namedSchemas(document: JsonObject, inline: readonly unknown[]): NamedSchema[] {
  const schemas = asObject(asObject(document.components).schemas);
  const own = new Map(Object.keys(schemas).map((name) => [childPointer("#/components/schemas", name), name]));
  const others = new Map<string, string>();
  for (const reference of schemaReferences(document, [...Object.values(schemas), ...inline])) {
    const tokens = pointerTokens(reference);
    const pointer = tokens.reduce(childPointer, "#");
    if (own.has(pointer) || others.has(pointer)) continue;
    // The leading spaces make it differ from names of components and of other locations.
    const words = tokens.filter((token) => !STRUCTURE.has(token)).join(" ");
    others.set(pointer, `${" ".repeat(others.size + 1)}${words}`);
  }
  const names = typeNamesFor([...own.values(), ...others.values()]);
  return [
    ...[...own].map(([pointer, schema]) => ({ pointer, schema, name: names.get(schema) ?? schema })),
    ...[...others].map(([pointer, name]) => ({ pointer, name: names.get(name) ?? name })),
  ];
}
