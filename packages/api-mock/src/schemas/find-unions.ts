import { isJsonObject, type JsonObject, resolveReference } from "@np6/openapi-document";
import { sameValueSchemas } from "./subschemas.ts";

/** A schema whose values name their variant in one property. */
export interface Union {
  /** The referenced schema; the `discriminator` may be inside it, as in "known, or unknown". */
  readonly schema: JsonObject;
  /** Its name in the document's components. */
  readonly name: string;
  /** The property with the variant's name. */
  readonly property: string;
}

/** Finds the property that distinguishes the variants, if the schemas of a value declare one. */
export function discriminatorProperty(parts: readonly JsonObject[]): string | undefined {
  return parts.flatMap(({ discriminator }) =>
    isJsonObject(discriminator) && typeof discriminator.propertyName === "string"
      ? [discriminator.propertyName]
      : [],
  )[0];
}

function componentName(document: JsonObject, schema: JsonObject): string | undefined {
  const components = resolveReference(document, resolveReference(document, document.components).schemas);
  return Object.keys(components).find((name) => resolveReference(document, components[name]) === schema);
}

/** Finds the unions that can occur anywhere in a value of this schema. */
export function findUnions(document: JsonObject, schema: unknown): Union[] {
  const unions: Union[] = [];
  const seen = new Set<JsonObject>();
  const walk = (value: unknown): void => {
    const parts = sameValueSchemas(document, value);
    const [outermost] = parts;
    if (outermost === undefined || seen.has(outermost)) return;
    const property = discriminatorProperty(parts);
    const name = componentName(document, outermost);
    if (property !== undefined && name !== undefined) unions.push({ schema: outermost, name, property });
    for (const part of parts) {
      seen.add(part);
      if (isJsonObject(part.properties)) Object.values(part.properties).forEach(walk);
      if (isJsonObject(part.items)) walk(part.items);
    }
  };
  walk(schema);
  return unions;
}
