import { isJsonObject, type JsonObject, resolveReference } from "@np6/openapi-document";
import { sameValueSchemas } from "./subschemas.ts";

/** A schema whose values say in one property which variant they are. */
export interface Union {
  /** The schema that is referred to; the `discriminator` may stand further inside, as in "known, or unknown". */
  readonly schema: JsonObject;
  /** Its name in the document's components. */
  readonly name: string;
  /** The property that says it. */
  readonly property: string;
}

/** The property that tells variants apart, when these schemas of one value have one. */
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

/** The unions that a value of this schema can have anywhere in it. */
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
