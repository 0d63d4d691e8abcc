import {
  appliedProperties,
  asObject,
  isJsonObject,
  type JsonObject,
  pointerTokens,
} from "@np6/openapi-document";

/** A union whose variants differ in the value of a field. */
export interface DiscriminatedUnion {
  /** The field whose value identifies the variant. */
  readonly property: string;
  /** The values that the document lists, in its order. */
  readonly known: readonly string[];
}

/** A union of a discriminated union and a variant for all unlisted values. */
export interface OpenUnion extends DiscriminatedUnion {
  /** Names of component schemas: this union, the union of known variants, and the variant for other values. */
  readonly schema: string;
  readonly knownVariants: string;
  readonly unknownVariant: string;
}

/**
 * Reads a union whose variants each list their discriminator values by `const` or `enum`.
 *
 * @returns undefined for any other schema
 */
function readDiscriminatedUnion(
  document: JsonObject,
  { oneOf, anyOf, discriminator }: JsonObject,
): DiscriminatedUnion | undefined {
  const variants = oneOf ?? anyOf;
  const property = asObject(discriminator).propertyName;
  if (!Array.isArray(variants) || typeof property !== "string") return undefined;
  const known: string[] = [];
  for (const variant of variants) {
    const values = pinnedValues(fieldOf(document, variant, property));
    if (values === undefined) return undefined;
    known.push(...values);
  }
  return { property, known };
}

/** Finds the component schemas that are discriminated unions. */
export function discriminatedUnions(document: JsonObject): ReadonlyMap<string, DiscriminatedUnion> {
  const found = new Map<string, DiscriminatedUnion>();
  for (const [name, schema] of Object.entries(schemasOf(document))) {
    const union = isJsonObject(schema) ? readDiscriminatedUnion(document, schema) : undefined;
    if (union !== undefined) found.set(name, union);
  }
  return found;
}

/**
 * Finds the component schemas with a variant for unlisted values: `oneOf` a discriminated union and a schema whose
 * discriminator is `type: string, not: { enum: […] }`.
 */
export function openUnions(document: JsonObject): readonly OpenUnion[] {
  const unions = discriminatedUnions(document);
  return Object.entries(schemasOf(document)).flatMap(([schema, value]) => {
    const variants = isJsonObject(value) ? (value.oneOf ?? value.anyOf) : undefined;
    if (!Array.isArray(variants) || variants.length !== 2) return [];
    for (const [first, second] of [variants, [...variants].reverse()]) {
      const knownVariants = schemaName(first);
      const unknownVariant = schemaName(second);
      const union = knownVariants === undefined ? undefined : unions.get(knownVariants);
      if (knownVariants === undefined || unknownVariant === undefined || union === undefined) continue;
      const field = fieldOf(document, second, union.property);
      if (field !== undefined && isOtherString(field))
        return [{ schema, ...union, knownVariants, unknownVariant }];
    }
    return [];
  });
}

/** Whether a schema allows every string except those of a list. */
export function isOtherString({ type, not }: JsonObject): boolean {
  return type === "string" && isJsonObject(not) && (Array.isArray(not.enum) || typeof not.const === "string");
}

function schemasOf({ components }: JsonObject): JsonObject {
  return asObject(asObject(components).schemas);
}

/** Lists the strings that a field allows, by `const` or `enum`. */
export function pinnedValues(field: JsonObject | undefined): readonly string[] | undefined {
  if (typeof field?.const === "string") return [field.const];
  const values: unknown = field?.enum;
  if (!Array.isArray(values)) return undefined;
  return values.every((value) => typeof value === "string") ? values : undefined;
}

/** Finds a field of a schema, through references and compositions. */
export function fieldOf(document: JsonObject, schema: unknown, property: string): JsonObject | undefined {
  return appliedProperties(document, schema, property).find(isJsonObject);
}

/** Returns the name of the component schema that a `$ref` points at. */
export function schemaName(variant: unknown): string | undefined {
  const prefix = "#/components/schemas/";
  const reference = asObject(variant).$ref;
  if (typeof reference !== "string" || !reference.startsWith(prefix)) return undefined;
  const [, , name, ...inside] = pointerTokens(reference);
  return inside.length === 0 ? name : undefined;
}
