import { isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import { childPointer } from "../pointer/json-pointer.ts";
import { referenceTarget } from "../pointer/reference-target.ts";
import { inJsonSchema2020 } from "./in-json-schema-2020.ts";

const SINGLE = ["not", "if", "then", "else"];
const LISTS = ["allOf", "anyOf", "oneOf"];

interface Place {
  readonly schema: unknown;
  readonly pointer: string;
}

/**
 * Finds schemas that lead back to themselves without a property or an array element in between. Validating a value
 * against such a schema never ends, and no type can be written for it. JSON Schema 2020-12 Core, 9.4.1, leaves it
 * undefined.
 *
 * @param starts JSON Pointers to schemas
 * @returns one pointer for each circle
 */
export function circularSchemas(document: JsonObject, starts: readonly string[]): string[] {
  const found: string[] = [];
  const done = new Set<unknown>();
  for (const pointer of starts) {
    const path: { readonly schema: unknown; readonly rest: Place[] }[] = [];
    const open = new Set<unknown>();
    const enter = ({ schema, pointer: at }: Place): void => {
      if (!isJsonObject(schema) || done.has(schema)) return;
      if (open.has(schema)) {
        found.push(at);
        return;
      }
      open.add(schema);
      path.push({ schema, rest: sameValue(document, schema, at) });
    };
    enter({ schema: referenceTarget(document, pointer), pointer });
    for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
      const next = last.rest.pop();
      if (next !== undefined) enter(next);
      else {
        path.pop();
        open.delete(last.schema);
        done.add(last.schema);
      }
    }
  }
  return found;
}

/** Lists the schemas that a schema applies to the same value. */
function sameValue(document: JsonObject, written: JsonObject, pointer: string): Place[] {
  const schema = inJsonSchema2020(document, written);
  const { $ref, dependentSchemas } = schema;
  const places: Place[] = [];
  if (typeof $ref === "string" && /^#(?:\/|$)/.test($ref))
    places.push({ schema: referenceTarget(document, $ref), pointer: $ref });
  for (const keyword of SINGLE)
    places.push({ schema: schema[keyword], pointer: childPointer(pointer, keyword) });
  for (const keyword of LISTS) {
    const list = schema[keyword];
    if (!Array.isArray(list)) continue;
    const at = childPointer(pointer, keyword);
    places.push(...list.map((part, index) => ({ schema: part, pointer: childPointer(at, index) })));
  }
  if (isJsonObject(dependentSchemas)) {
    const at = childPointer(pointer, "dependentSchemas");
    for (const [name, part] of Object.entries(dependentSchemas))
      places.push({ schema: part, pointer: childPointer(at, name) });
  }
  return places;
}
