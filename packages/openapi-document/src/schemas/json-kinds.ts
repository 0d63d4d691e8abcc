import { isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import { childPointer } from "../pointer/json-pointer.ts";
import { resolveSchema } from "../pointer/resolve-schema.ts";
import { inJsonSchema2020 } from "./in-json-schema-2020.ts";

/** The kinds of JSON values. Numbers are split in two: `integer` and `fraction` together are `number`. */
type Kind = "object" | "array" | "string" | "integer" | "fraction" | "boolean" | "null";

const ALL: readonly Kind[] = ["object", "array", "string", "integer", "fraction", "boolean", "null"];

/**
 * Lists the kinds of JSON values that a schema allows, through `$ref`, allOf, oneOf, anyOf, `type`, `nullable`, enum
 * and const.
 * @returns names of JSON Schema types joined by `|`, in a fixed order; `any` when every kind is allowed, or the schema
 *   contradicts itself
 */
export function jsonKinds(document: JsonObject, schema: unknown, pointer: string): string {
  const kinds = kindsOf(document, schema, pointer, []);
  if (kinds.length === 0 || kinds.length === ALL.length) return "any";
  const isNumber = kinds.includes("integer") && kinds.includes("fraction");
  return kinds
    .filter((kind) => !(isNumber && kind === "integer"))
    .map((kind) => (kind === "fraction" ? "number" : kind))
    .join("|");
}

function kindsOf(
  document: JsonObject,
  written: unknown,
  pointer: string,
  visited: readonly string[],
): readonly Kind[] {
  if (written === false) return [];
  if (!isJsonObject(written)) return ALL;
  const schema = inJsonSchema2020(document, written);
  const allowed: (readonly Kind[])[] = [];
  const inside = (part: unknown, ...keys: string[]) =>
    kindsOf(document, part, keys.reduce(childPointer, pointer), visited);
  const types = Array.isArray(schema.type) ? schema.type : schema.type === undefined ? [] : [schema.type];
  if (types.length > 0) allowed.push(types.flatMap(kindsOfType));
  if (Array.isArray(schema.enum)) allowed.push(schema.enum.map(kindOfValue));
  if (Object.hasOwn(schema, "const")) allowed.push([kindOfValue(schema.const)]);
  const reference = schema.$ref;
  // A circular reference adds no restriction. Anchors are left to the validator.
  if (typeof reference === "string" && /^#(?:\/|$)/.test(reference) && !visited.includes(reference)) {
    const target = resolveSchema(document, reference, pointer);
    allowed.push(kindsOf(document, target, reference, [...visited, reference]));
  }
  if (Array.isArray(schema.allOf)) {
    schema.allOf.forEach((part, index) => {
      allowed.push(inside(part, "allOf", String(index)));
    });
  }
  for (const keyword of ["oneOf", "anyOf"]) {
    const parts = schema[keyword];
    if (Array.isArray(parts))
      allowed.push(parts.flatMap((part, index) => inside(part, keyword, String(index))));
  }
  return ALL.filter((kind) => allowed.every((each) => each.includes(kind)));
}

/** Expands a type to kinds; an unknown type allows every kind. */
function kindsOfType(type: unknown): readonly Kind[] {
  if (type === "number") return ["integer", "fraction"];
  const kind = ALL.find((each) => each === type);
  return kind === undefined ? ALL : [kind];
}

function kindOfValue(value: unknown): Kind {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "fraction";
  return typeof value === "string" ? "string" : typeof value === "boolean" ? "boolean" : "object";
}
