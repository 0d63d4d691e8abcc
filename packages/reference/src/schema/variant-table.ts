import { describedAt, isJsonObject, type JsonObject } from "@np6/openapi-document";
import { code, table } from "../markdown/inline.ts";
import { withSource } from "../markdown/source.ts";
import { textOf } from "../read/text-of.ts";
import { typeLabel } from "./type-label.ts";

/** The variants of a `oneOf` or `anyOf`, each with the value that tells it from the others, where there is one. */
export function variantTable(document: JsonObject, schema: JsonObject): string {
  const variants = [schema.oneOf, schema.anyOf].find((list) => Array.isArray(list));
  if (variants === undefined) return "";
  const discriminator = isJsonObject(schema.discriminator) ? schema.discriminator : {};
  const property = textOf(discriminator.propertyName);
  const rows = variants.map((variant) => {
    const described = describedAt(document, variant);
    return [
      ...(property === "" ? [] : [tellingValues(discriminator, variant, described, property)]),
      withSource(typeLabel(variant), described),
      textOf(described.description).split(/\n\s*\n/)[0] ?? "",
    ];
  });
  return table([...(property === "" ? [] : [code(property)]), "One of", "What it is"], rows);
}

/** The discriminator's values that mean a variant: those that the mapping gives, else the constant of the variant itself. */
function tellingValues(
  discriminator: JsonObject,
  variant: unknown,
  described: JsonObject,
  property: string,
): string {
  const mapping = Object.entries(isJsonObject(discriminator.mapping) ? discriminator.mapping : {});
  const mapped = mapping.filter(([, target]) => isJsonObject(variant) && target === variant.$ref);
  const properties = isJsonObject(described.properties) ? described.properties : {};
  const own = isJsonObject(properties[property]) ? properties[property].const : undefined;
  const values = mapped.length > 0 ? mapped.map(([value]) => value) : own === undefined ? [] : [String(own)];
  return values.map(code).join(", ");
}
