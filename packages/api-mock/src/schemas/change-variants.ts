import { isJsonObject, type JsonObject } from "@np6/openapi-document";
import type { Union } from "./find-unions.ts";
import { itemSchemas, propertySchemas, sameValueSchemas } from "./subschemas.ts";

/**
 * Gives every value of a union another variant's name, anywhere in a body.
 *
 * @param variant the new name
 * @returns the changed copy of the body
 */
export function changeVariants(
  document: JsonObject,
  schema: unknown,
  body: unknown,
  { schema: union, property }: Union,
  variant: string,
): unknown {
  const walk = (schemas: readonly unknown[], value: unknown): unknown => {
    if (Array.isArray(value)) {
      const items = schemas.flatMap((part) => itemSchemas(document, part));
      return value.map((item) => walk(items, item));
    }
    if (!isJsonObject(value)) return value;
    const changed = Object.fromEntries(
      Object.entries(value).map(([name, child]) => [
        name,
        walk(
          schemas.flatMap((part) => propertySchemas(document, part, name)),
          child,
        ),
      ]),
    );
    const isUnion = schemas.some((part) => sameValueSchemas(document, part).includes(union));
    return isUnion && property in value ? { ...changed, [property]: variant } : changed;
  };
  return walk([schema], body);
}
