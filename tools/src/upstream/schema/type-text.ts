import type { SchemaShape } from "./schema-shape.ts";

/** The type of a schema in words: `string(uuid)`, `integer | string`, `any`. */
export function typeText({ types, format }: SchemaShape): string {
  if (types === undefined) return "any";
  const text = types.size === 0 ? "null" : [...types].sort().join(" | ");
  return format === undefined ? text : `${text}(${format})`;
}
