import { canonicalJson } from "../pointer/canonical-json.ts";
import type { JsonObject } from "../pointer/json-object.ts";
import { jsonTypeOf } from "./json-type.ts";

/**
 * Lists the values that `enum` and `const` allow and `type` does not exclude, each once.
 *
 * @param schema in JSON Schema 2020-12
 * @returns `undefined` when it lists none
 */
export function listedValues(schema: JsonObject): readonly unknown[] | undefined {
  const lists: unknown[][] = [];
  if (Array.isArray(schema.enum)) lists.push(schema.enum);
  if (Object.hasOwn(schema, "const")) lists.push([schema.const]);
  const [first, ...others] = lists;
  if (first === undefined) return undefined;
  const texts = others.map((list) => new Set(list.map(canonicalJson)));
  const values = new Map(first.map((value) => [canonicalJson(value), value]));
  return [...values]
    .filter(([text, value]) => texts.every((list) => list.has(text)) && isOfType(value, schema.type))
    .map(([, value]) => value);
}

function isOfType(value: unknown, type: unknown): boolean {
  if (type === undefined) return true;
  const types: unknown[] = Array.isArray(type) ? type : [type];
  return types.includes(jsonTypeOf(value)) || (types.includes("integer") && Number.isInteger(value));
}
