import { isJsonObject, type JsonObject, pointerTokens, referenceTarget } from "@np6/openapi-document";

/** A union of variants that are told apart by the value of one of their fields. */
export interface DiscriminatedUnion {
  /** The field that tells the variants apart. */
  readonly property: string;
  /** The values that the document knows, in its order. */
  readonly known: readonly string[];
}

/** A union of a discriminated one and of a variant for all values that it does not know. */
export interface OpenUnion extends DiscriminatedUnion {
  /** Names of component schemas: the whole, the union of known variants, and the other variant. */
  readonly schema: string;
  readonly knownVariants: string;
  readonly unknownVariant: string;
}

/**
 * Reads a union whose variants say themselves, by `const` or `enum`, which value of the discriminator is theirs.
 *
 * @returns undefined for any other schema
 */
function readDiscriminatedUnion(
  document: JsonObject,
  { oneOf, anyOf, discriminator }: JsonObject,
): DiscriminatedUnion | undefined {
  const variants = oneOf ?? anyOf;
  const property = isJsonObject(discriminator) ? discriminator.propertyName : undefined;
  if (!Array.isArray(variants) || typeof property !== "string") return undefined;
  const known: string[] = [];
  for (const variant of variants) {
    const values = pinnedValues(fieldOf(document, variant, property));
    if (values === undefined) return undefined;
    known.push(...values);
  }
  return { property, known };
}

/** Finds the component schemas that are a discriminated union under their own name. */
export function discriminatedUnions(document: JsonObject): ReadonlyMap<string, DiscriminatedUnion> {
  const found = new Map<string, DiscriminatedUnion>();
  for (const [name, schema] of Object.entries(schemasOf(document))) {
    const union = isJsonObject(schema) ? readDiscriminatedUnion(document, schema) : undefined;
    if (union !== undefined) found.set(name, union);
  }
  return found;
}

/**
 * Finds the component schemas that keep room for variants which the document does not know: `oneOf` a discriminated union
 * and a schema whose discriminator is `type: string, not: { enum: […] }`.
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

/** Whether a schema is a string that is none of a list. */
export function isOtherString({ type, not }: JsonObject): boolean {
  return type === "string" && isJsonObject(not) && (Array.isArray(not.enum) || typeof not.const === "string");
}

function schemasOf({ components }: JsonObject): JsonObject {
  return isJsonObject(components) && isJsonObject(components.schemas) ? components.schemas : {};
}

/** The strings that a field is one of, by `const` or `enum`. */
export function pinnedValues(field: JsonObject | undefined): readonly string[] | undefined {
  if (typeof field?.const === "string") return [field.const];
  const values: unknown = field?.enum;
  if (!Array.isArray(values)) return undefined;
  return values.every((value) => typeof value === "string") ? values : undefined;
}

/** A field of a schema, of what it refers to, or of what it is composed of. */
export function fieldOf(
  document: JsonObject,
  schema: unknown,
  property: string,
  depth = 0,
): JsonObject | undefined {
  // Deeper than anybody composes; a schema that contains itself ends here.
  if (!isJsonObject(schema) || depth > 16) return undefined;
  const { properties } = schema;
  const own =
    isJsonObject(properties) && Object.hasOwn(properties, property) ? properties[property] : undefined;
  if (isJsonObject(own)) return own;
  const parts: unknown[] = Array.isArray(schema.allOf) ? [...schema.allOf] : [];
  if (typeof schema.$ref === "string" && schema.$ref.startsWith("#/"))
    parts.unshift(referenceTarget(document, schema.$ref));
  for (const part of parts) {
    const found = fieldOf(document, part, property, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The component schema that a `$ref` names. */
export function schemaName(variant: unknown): string | undefined {
  const prefix = "#/components/schemas/";
  const reference = isJsonObject(variant) ? variant.$ref : undefined;
  if (typeof reference !== "string" || !reference.startsWith(prefix)) return undefined;
  const [, , name, ...inside] = pointerTokens(reference);
  return inside.length === 0 ? name : undefined;
}
