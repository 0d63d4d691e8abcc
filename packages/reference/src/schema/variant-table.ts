import { asObject, describedAt, isJsonObject, type JsonObject } from "@np6/openapi-document";
import { code, table } from "../markdown/inline.ts";
import { withSource } from "../markdown/source.ts";
import { textOf } from "../read/text-of.ts";
import { typeLabel } from "./type-label.ts";

/** Writes the variants of a `oneOf` or `anyOf`, each with its discriminator value, if there is one. */
export function variantTable(document: JsonObject, schema: JsonObject): string {
  const variants = [schema.oneOf, schema.anyOf].find((list) => Array.isArray(list));
  if (variants === undefined) return "";
  const discriminator = asObject(schema.discriminator);
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

/** Lists the discriminator values of a variant: those of the mapping, or else the variant's own constant. */
function tellingValues(
  discriminator: JsonObject,
  variant: unknown,
  described: JsonObject,
  property: string,
): string {
  const mapping = Object.entries(asObject(discriminator.mapping));
  const mapped = mapping.filter(([, target]) => isJsonObject(variant) && target === variant.$ref);
  const own = asObject(asObject(described.properties)[property]).const;
  const values = mapped.length > 0 ? mapped.map(([value]) => value) : own === undefined ? [] : [String(own)];
  return values.map(code).join(", ");
}
