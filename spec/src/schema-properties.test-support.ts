import { asObject } from "@np6/openapi-document";
import { childPointer, resolvePointer, valueAt } from "./json-pointer.test-support.ts";

/** A property as readers of the documentation see it. */
export interface SchemaProperty {
  /** On one line, without the line breaks of the YAML. */
  readonly description: string;
  /** Its other keywords. */
  readonly schema: Readonly<Record<string, unknown>>;
}

/** Resolves the `$ref` of a schema; members beside the `$ref` override those of the target. */
function merged(document: unknown, pointer: string): Readonly<Record<string, unknown>> {
  const target = valueAt(document, resolvePointer(document, pointer));
  const own = valueAt(document, pointer);
  return { ...asObject(target), ...asObject(own) };
}

/**
 * Lists the properties of a schema and of nested schemas, by path: `stamp.id`, `nodes[].flow`. A union has the
 * properties of all variants. A schema that contains itself is visited once.
 */
export function listSchemaProperties(
  document: unknown,
  pointer: string,
  prefix = "",
  above: readonly string[] = [],
): ReadonlyMap<string, SchemaProperty> {
  const found = new Map<string, SchemaProperty>();
  const schema = resolvePointer(document, pointer);
  if (above.includes(schema)) return found;
  const inside = [...above, schema];
  const properties = valueAt(document, `${schema}/properties`);
  for (const name of Object.keys(asObject(properties))) {
    const property = childPointer(`${schema}/properties`, name);
    const { description, ...rest } = merged(document, property);
    const path = `${prefix}${name}`;
    found.set(path, {
      description: `${description ?? ""}`.replaceAll(/\s+/g, " ").trim(),
      schema: rest,
    });
    const isArray = [rest.type].flat().includes("array");
    const inner = isArray ? `${resolvePointer(document, property)}/items` : property;
    for (const [key, value] of listSchemaProperties(
      document,
      inner,
      `${path}${isArray ? "[]" : ""}.`,
      inside,
    )) {
      found.set(key, value);
    }
  }
  for (const part of partsOf(document, schema)) {
    for (const [key, value] of listSchemaProperties(document, part, prefix, inside)) {
      if (!found.has(key)) found.set(key, value);
    }
  }
  return found;
}

/** Lists the pointers to the parts and variants of a schema. */
function partsOf(document: unknown, schema: string): readonly string[] {
  return ["allOf", "oneOf", "anyOf"].flatMap((keyword) => {
    const parts = valueAt(document, `${schema}/${keyword}`);
    return Array.isArray(parts) ? parts.map((_, index) => `${schema}/${keyword}/${index}`) : [];
  });
}
