import { asObject, isJsonObject, type JsonObject, jsonTypeOf } from "@np6/openapi-document";
import { discriminatorProperty } from "./find-unions.ts";
import { propertySchemas, sameValueSchemas } from "./subschemas.ts";

/** Whether a value is valid for a schema. */
type IsValid = (schema: unknown, value: unknown) => boolean;

/**
 * Finds the variant of a union that matches a value: the only one that agrees with its type and its discriminator.
 * Problems of other variants do not concern the value.
 *
 * @returns undefined when several or none match
 */
export function meantVariant(
  document: JsonObject,
  variants: unknown,
  value: unknown,
  isValid: IsValid,
): unknown {
  if (!Array.isArray(variants)) return undefined;
  const matchingType = variants.filter((variant) => fitsType(document, variant, value));
  if (matchingType.length < 2 || !isJsonObject(value))
    return matchingType.length === 1 ? matchingType[0] : undefined;
  const parts = matchingType.map((variant) => sameValueSchemas(document, variant));
  const named = discriminatorProperty(parts.flat());
  const names = named === undefined ? literalProperties(parts) : [named];
  const meant = matchingType.filter((variant) =>
    names.every((name) => {
      const schemas = propertySchemas(document, variant, name);
      return (
        Object.hasOwn(value, name) &&
        (schemas.length === 0 || schemas.some((schema) => isValid(schema, value[name])))
      );
    }),
  );
  return names.length > 0 && meant.length === 1 ? meant[0] : undefined;
}

function fitsType(document: JsonObject, variant: unknown, value: unknown): boolean {
  const types = sameValueSchemas(document, variant).flatMap(({ type }) =>
    type === undefined ? [] : [type].flat(),
  );
  return (
    types.length === 0 ||
    types.some((type) => type === jsonTypeOf(value) || (type === "integer" && typeof value === "number"))
  );
}

/** Finds properties for which every variant requires specific values. */
function literalProperties(variants: readonly (readonly JsonObject[])[]): string[] {
  const literals = variants.map((parts) =>
    parts.flatMap(({ properties }) =>
      Object.entries(asObject(properties)).flatMap(([name, schema]) =>
        isJsonObject(schema) && ("const" in schema || "enum" in schema || "not" in schema) ? [name] : [],
      ),
    ),
  );
  const [first = [], ...others] = literals;
  return [...new Set(first)].filter((name) => others.every((names) => names.includes(name)));
}
