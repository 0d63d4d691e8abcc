import { isRecord } from "../is-record.ts";
import { childPointer, resolvePointer, valueAt } from "../json-pointer.ts";

/**
 * Finds the variant of a schema that has one of these values in a property: by the discriminator's mapping, by the
 * constant that the variant demands, or by the name of the variant's schema.
 * @returns pointer of the variant; `undefined` when the schema has no such
 */
export function findVariant(
  document: object,
  pointer: string,
  values: ReadonlySet<string>,
): string | undefined {
  return search(document, pointer, values, new Set());
}

function search(
  document: object,
  pointer: string,
  values: ReadonlySet<string>,
  visited: Set<string>,
): string | undefined {
  const at = resolvePointer(document, pointer);
  const schema = valueAt(document, at);
  if (visited.has(at) || !isRecord(schema)) return undefined;
  visited.add(at);
  const { discriminator } = schema;
  const mapping = isRecord(discriminator) && isRecord(discriminator.mapping) ? discriminator.mapping : {};
  const mapped = Object.entries(mapping).find(([value]) => values.has(value))?.[1];
  if (typeof mapped === "string" && mapped.startsWith("#/")) return mapped;
  const variants = [schema.oneOf, schema.anyOf].flatMap((members, index) =>
    (Array.isArray(members) ? [...members.keys()] : []).map((key) =>
      childPointer(at, index === 0 ? "oneOf" : "anyOf", String(key)),
    ),
  );
  const own = variants.find((variant) => demands(document, variant, values));
  if (own !== undefined) return own;
  for (const variant of variants) {
    const found = search(document, variant, values, visited);
    if (found !== undefined) return found;
  }
  return undefined;
}

function demands(document: object, pointer: string, values: ReadonlySet<string>): boolean {
  const at = resolvePointer(document, pointer);
  const schema = valueAt(document, at);
  if (!isRecord(schema)) return false;
  if (values.has(at.slice(at.lastIndexOf("/") + 1))) return true;
  const properties = Object.values(isRecord(schema.properties) ? schema.properties : {}).filter(isRecord);
  const constant = ({ const: value, enum: list }: Readonly<Record<string, unknown>>) =>
    value ?? (Array.isArray(list) && list.length === 1 ? list[0] : undefined);
  if (properties.some((property) => values.has(String(constant(property))))) return true;
  const parts = Array.isArray(schema.allOf) ? [...schema.allOf.keys()] : [];
  return parts.some((part) => demands(document, childPointer(at, "allOf", String(part)), values));
}
