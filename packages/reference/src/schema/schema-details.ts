import { asList, asObject, describedAt, isJsonObject, type JsonObject } from "@np6/openapi-document";
import { below, blocks } from "../markdown/block.ts";
import { code } from "../markdown/inline.ts";
import { deprecation, sourceNote, withSource } from "../markdown/source.ts";
import { componentName } from "../read/component-name.ts";
import { textOf } from "../read/text-of.ts";
import { constraints } from "./constraints.ts";
import { typeLabel } from "./type-label.ts";
import { variantTable } from "./variant-table.ts";

/** Writes a schema without its type, description and source. */
export function schemaDetails(document: JsonObject, schema: JsonObject): string {
  const parts = asList(schema.allOf).filter(isJsonObject);
  const named = parts.filter((part) => componentName(part) !== undefined);
  const unnamed = parts.filter((part) => componentName(part) === undefined);
  return blocks(
    named.length > 0 ? `Everything of ${typeLabel({ allOf: named })}, and:` : "",
    variantTable(document, schema),
    propertyList(document, schema),
    ...unnamed.map((part) => schemaDetails(document, part)),
    constraints(schema),
    schema.additionalProperties === false ? "No other properties." : "",
    schema.additionalProperties === true && schema.properties !== undefined
      ? "Other properties may stand beside these."
      : "",
  );
}

/** Writes the properties of an object, each with type, source and description. */
function propertyList(document: JsonObject, schema: JsonObject): string {
  const required = asList(schema.required);
  return Object.entries(asObject(schema.properties))
    .map(([name, property]) => propertyItem(document, name, property, required.includes(name)))
    .join("\n");
}

/**
 * Writes one named value as a list item: a property, a parameter or a header.
 * @param more - text below the description
 */
export function propertyItem(
  document: JsonObject,
  name: string,
  schema: unknown,
  required: boolean,
  more = "",
): string {
  const named = componentName(schema) !== undefined;
  // A named schema is described in its own section; this text is about the property.
  const own = asObject(schema);
  const described = named && own.description === undefined ? describedAt(document, schema) : own;
  const words = [`**${code(name)}**`, typeLabel(schema), required ? "**required**" : "", deprecation(own)];
  return `- ${blocks(
    withSource(words.filter(Boolean).join(" "), own),
    below(
      blocks(
        textOf(described.description),
        sourceNote(own),
        more,
        named ? constraints(own) : schemaDetails(document, inner(own)),
      ),
    ),
  )}`;
}

/** Returns the schema with the properties to list: for an array, that of its unnamed elements. */
function inner(schema: JsonObject): JsonObject {
  const { items } = schema;
  if (!isJsonObject(items) || componentName(items) !== undefined) return schema;
  const { items: _items, ...outer } = schema;
  return { ...inner(items), ...outer };
}

/** Finds the schema behind references and arrays, and the last name on the way to it. */
export function innerSchema(
  document: JsonObject,
  schema: unknown,
): { readonly name: string | undefined; readonly schema: JsonObject } {
  const described = describedAt(document, schema);
  if (described.type === "array" && described.items !== undefined)
    return innerSchema(document, described.items);
  return { name: componentName(schema), schema: described };
}
