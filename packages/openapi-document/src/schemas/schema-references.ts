import { isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import { referenceTarget } from "../pointer/reference-target.ts";
import { SCHEMA_KEYWORDS, SCHEMA_LIST_KEYWORDS, SCHEMA_MAP_KEYWORDS } from "./schema-keywords.ts";

/**
 * Lists the distinct `$ref`s of the given schemas and of all schemas that they contain or refer to.
 *
 * @returns references within the document that have a target, as the document writes them
 */
export function schemaReferences(document: JsonObject, schemas: readonly unknown[]): string[] {
  const found = new Set<string>();
  const visited = new Set<unknown>();
  const pending: unknown[] = [...schemas].reverse();
  while (pending.length > 0) {
    const schema = pending.pop();
    if (!isJsonObject(schema) || visited.has(schema)) continue;
    visited.add(schema);
    const inner: unknown[] = [];
    for (const [keyword, value] of Object.entries(schema)) {
      if (SCHEMA_KEYWORDS.has(keyword)) inner.push(value);
      else if (SCHEMA_LIST_KEYWORDS.has(keyword) && Array.isArray(value)) inner.push(...value);
      else if (SCHEMA_MAP_KEYWORDS.has(keyword) && isJsonObject(value)) inner.push(...Object.values(value));
    }
    const { $ref } = schema;
    const target =
      typeof $ref === "string" && /^#(?:\/|$)/.test($ref) ? referenceTarget(document, $ref) : undefined;
    if (target !== undefined) {
      found.add(String($ref));
      inner.push(target);
    }
    pending.push(...inner.reverse());
  }
  return [...found];
}
