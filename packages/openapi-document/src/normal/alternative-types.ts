import type { JsonObject } from "../pointer/json-object.ts";
import { jsonTypeOf } from "../schemas/json-type.ts";
import { listedValues } from "../schemas/listed-values.ts";
import type { NormalType, Part } from "./alternative.ts";

const OF_OBJECTS = ["properties", "patternProperties", "additionalProperties", "required", "minProperties"];
const OF_ARRAYS = ["items", "prefixItems", "minItems", "maxItems"];

/** Lists the types of the values that satisfy all parts, each once; `any` when no part states a type. */
export function typesOf(parts: readonly Part[]): NormalType[] {
  let types: readonly NormalType[] | undefined;
  for (const { own } of parts) {
    const stated = statedTypes(own);
    if (stated === undefined) continue;
    types = types === undefined ? stated : types.flatMap((type) => both(type, stated));
  }
  types ??= meantTypes(parts);
  return [...new Set(types)].filter((type) => {
    const values = valuesOf(parts, type);
    return values === undefined || values.length > 0;
  });
}

/** Returns the types of the first part that states one. */
export function firstTypes(parts: readonly Part[]): readonly NormalType[] {
  const { own } = parts.find((part) => part.own.type !== undefined) ?? {};
  return own === undefined ? [] : (statedTypes(own) ?? []);
}

/**
 * Lists the values that the parts allow for a type.
 *
 * @returns `undefined` when they list none: then every value is possible
 */
export function valuesOf(parts: readonly Part[], type: NormalType): readonly unknown[] | undefined {
  let values: readonly unknown[] | undefined;
  for (const { own } of parts) {
    const listed = listedValues(own)?.filter((value) => isOf(value, type));
    if (listed === undefined) continue;
    const texts = new Set(listed.map((value) => JSON.stringify(value)));
    values = values === undefined ? listed : values.filter((value) => texts.has(JSON.stringify(value)));
  }
  // A list of both booleans, or of null alone, allows the same values as the type.
  if (type === "null" || (type === "boolean" && values?.length === 2)) return undefined;
  return values;
}

function isOf(value: unknown, type: NormalType): boolean {
  if (type === "any") return true;
  return type === "integer" ? Number.isInteger(value) : jsonTypeOf(value) === type;
}

function statedTypes(own: JsonObject): readonly NormalType[] | undefined {
  const values = listedValues(own);
  if (own.type !== undefined) {
    const types = (Array.isArray(own.type) ? own.type : [own.type]) as NormalType[];
    return types.includes("number") ? types.filter((type) => type !== "integer") : types;
  }
  if (values === undefined) return undefined;
  return values.map((value) => (Number.isInteger(value) ? "integer" : jsonTypeOf(value)));
}

function meantTypes(parts: readonly Part[]): NormalType[] {
  const says = (keywords: readonly string[]) =>
    parts.some(({ own }) => keywords.some((keyword) => Object.hasOwn(own, keyword)));
  if (says(OF_OBJECTS)) return ["object"];
  return says(OF_ARRAYS) ? ["array"] : ["any"];
}

function both(type: NormalType, others: readonly NormalType[]): NormalType[] {
  if (others.includes(type)) return [type];
  if (type === "number" && others.includes("integer")) return ["integer"];
  return type === "integer" && others.includes("number") ? ["integer"] : [];
}
