import { isJsonObject } from "@np6/openapi-document";
import { linkTo } from "../markdown/anchor.ts";
import { jsonCode, plain } from "../markdown/inline.ts";
import { componentName } from "../read/component-name.ts";
import { textOf } from "../read/text-of.ts";

/** Writes the type of a schema in a few words, with links to named schemas. */
export function typeLabel(schema: unknown): string {
  if (!isJsonObject(schema)) return schema === false ? "nothing" : "any value";
  const name = componentName(schema);
  if (name !== undefined) return `[${plain(name)}](${linkTo("schema", name)})`;
  if (schema.const !== undefined) return jsonCode(schema.const);
  if (Array.isArray(schema.oneOf)) return schema.oneOf.map(typeLabel).join(" or ");
  if (Array.isArray(schema.anyOf)) return schema.anyOf.map(typeLabel).join(" or ");
  const types = (Array.isArray(schema.type) ? schema.type : [schema.type]).filter(
    (type) => type !== undefined,
  );
  if (types.length === 0) return describeUntyped(schema);
  return types.map((type) => describeOne(String(type), schema)).join(" or ");
}

function describeUntyped(schema: Readonly<Record<string, unknown>>): string {
  if (Array.isArray(schema.allOf)) return schema.allOf.map(typeLabel).join(" and ");
  if (schema.properties !== undefined) return "object";
  return schema.enum === undefined ? "any value" : "one of these";
}

function describeOne(type: string, schema: Readonly<Record<string, unknown>>): string {
  if (type === "array") return schema.items === undefined ? "array" : `array of ${typeLabel(schema.items)}`;
  if (type === "object" && isJsonObject(schema.additionalProperties)) {
    return `object of ${typeLabel(schema.additionalProperties)}`;
  }
  const format = textOf(schema.format);
  return plain(format === "" ? type : `${type} (${format})`);
}
