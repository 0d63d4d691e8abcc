import { isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import { referenceTarget } from "../pointer/reference-target.ts";
import { inJsonSchema2020 } from "./in-json-schema-2020.ts";
import { type JsonType, jsonTypeOf } from "./json-type.ts";
import { listedValues } from "./listed-values.ts";

const OF_OBJECTS = ["properties", "patternProperties", "additionalProperties", "required"];
const OF_ARRAYS = ["items", "prefixItems"];

/** How the types of a schema are found. `meant` also infers them from keywords for properties and elements. */
export type Reading = "stated" | "meant";

/**
 * Lists the JSON types that a schema itself allows, from its listed values or `type`. With `meant`, they are otherwise
 * inferred from keywords for properties and elements.
 *
 * @param schema in JSON Schema 2020-12
 */
export function ownTypes(schema: JsonObject, reading: Reading = "meant"): ReadonlySet<JsonType> | undefined {
  const values = listedValues(schema);
  if (values !== undefined) return new Set(values.map(jsonTypeOf));
  const { type } = schema;
  if (type !== undefined) {
    const types: unknown[] = Array.isArray(type) ? type : [type];
    return new Set(types.map((one) => (one === "integer" ? "number" : (one as JsonType))));
  }
  if (reading === "stated") return undefined;
  const types: JsonType[] = [];
  if (OF_OBJECTS.some((keyword) => Object.hasOwn(schema, keyword))) types.push("object");
  if (OF_ARRAYS.some((keyword) => Object.hasOwn(schema, keyword))) types.push("array");
  return types.length === 0 ? undefined : new Set(types);
}

/** Lists the allowed types through `$ref`, allOf, oneOf and anyOf; `undefined` when any type is possible. */
export function describedTypes(
  document: JsonObject,
  schema: unknown,
  reading: Reading = "meant",
  visited: readonly unknown[] = [],
): ReadonlySet<JsonType> | undefined {
  if (schema === false) return new Set();
  if (!isJsonObject(schema) || visited.includes(schema)) return undefined;
  const path = [...visited, schema];
  const { $ref, allOf, oneOf, anyOf, ...own } = inJsonSchema2020(document, schema);
  const all = [ownTypes(own, reading)];
  const inside = (part: unknown) => describedTypes(document, part, reading, path);
  if (typeof $ref === "string") all.push(inside(referenceTarget(document, $ref)));
  if (Array.isArray(allOf)) all.push(...allOf.map(inside));
  for (const arms of [oneOf, anyOf]) {
    if (!Array.isArray(arms)) continue;
    const types = arms.map(inside);
    if (types.every((type) => type !== undefined)) all.push(new Set(types.flatMap((type) => [...type])));
  }
  return all.reduce(both);
}

type Types = ReadonlySet<JsonType> | undefined;

function both(a: Types, b: Types): Types {
  return a && b ? new Set([...a].filter((type) => b.has(type))) : (a ?? b);
}
