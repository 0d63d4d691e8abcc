import type { JsonObject } from "@np6/openapi-document";
import { childPointer } from "@np6/openapi-document";
import { jsonObject, membersOf } from "../document/json-object.ts";
import type { SchemaShape } from "./schema-shape.ts";
import { type SchemaPart, type SchemaView, schemaParts } from "./schema-view.ts";

const limitKeywords = [
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  ...["minLength", "maxLength", "pattern", "contentEncoding", "contentMediaType"],
  ...["minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties"],
  ...["readOnly", "writeOnly", "default"],
] as const;

/** Folds objects that hold at once into one shape; alternatives are left to the caller. */
export function foldParts(document: JsonObject, parts: readonly SchemaPart[]): SchemaShape {
  const types = commonTypes(parts);
  const first = (keyword: string) =>
    parts.find(({ schema }) => schema[keyword] !== undefined)?.schema[keyword];
  const values = enumeration(parts);
  const limits = limitKeywords.flatMap((keyword) => {
    const value = first(keyword);
    // Only as a default does false say anything that leaving the keyword out does not.
    const silent = value === undefined || (value === false && keyword !== "default");
    return silent ? [] : [[keyword, JSON.stringify(value)] as const];
  });
  return {
    types: withoutNull(types) ?? typesOfContent(parts, values),
    nullable: types?.has("null") === true || parts.some(({ schema }) => schema.nullable === true),
    format: typeof first("format") === "string" ? String(first("format")) : undefined,
    enumeration: values,
    deprecated: parts.some(({ schema }) => schema.deprecated === true),
    limits: new Map(limits),
    properties: properties(document, parts),
    required: new Set(parts.flatMap(({ schema }) => requiredBy(schema))),
    items: nested(document, parts, "items"),
    values: nested(document, parts, "additionalProperties"),
    union: undefined,
  };
}

/** OpenAPI demands that a discriminator is required; documents forget to say so. */
function requiredBy(schema: JsonObject): unknown[] {
  const discriminator = jsonObject(schema.discriminator)?.propertyName;
  const listed: unknown[] = Array.isArray(schema.required) ? schema.required : [];
  return discriminator === undefined ? listed : [...listed, discriminator];
}

/** The types that all parts allow; when they contradict each other, those of the first. */
function commonTypes(parts: readonly SchemaPart[]): ReadonlySet<string> | undefined {
  const given = parts
    .filter(({ schema }) => schema.type !== undefined)
    .map(({ schema }) => new Set([schema.type].flat().map(String)));
  const [first, ...others] = given;
  if (first === undefined) return undefined;
  const common = others.reduce((all, one) => all.intersection(one), first);
  return common.size === 0 ? first : common;
}

function withoutNull(types: ReadonlySet<string> | undefined): ReadonlySet<string> | undefined {
  return types === undefined ? undefined : new Set([...types].filter((type) => type !== "null"));
}

/** Documents often leave `type` out where another keyword gives it away. */
function typesOfContent(
  parts: readonly SchemaPart[],
  values: readonly string[] | undefined,
): ReadonlySet<string> | undefined {
  const says = (keyword: string) => parts.some(({ schema }) => jsonObject(schema[keyword]) !== undefined);
  if (says("properties") || says("additionalProperties")) return new Set(["object"]);
  if (says("items")) return new Set(["array"]);
  const [value] = values ?? [];
  return value === undefined ? undefined : new Set([typeof JSON.parse(value)]);
}

/** The values that all parts allow, without `null`, which is told by `nullable`. */
function enumeration(parts: readonly SchemaPart[]): readonly string[] | undefined {
  const lists = parts.flatMap(({ schema }) => {
    const list = Array.isArray(schema.enum) ? schema.enum : "const" in schema ? [schema.const] : undefined;
    return list === undefined ? [] : [list.filter((one) => one !== null).map((one) => JSON.stringify(one))];
  });
  const [first, ...others] = lists;
  const common = first?.filter((value) => others.every((list) => list.includes(value)));
  return common?.length === 0 ? undefined : common;
}

function properties(document: JsonObject, parts: readonly SchemaPart[]): ReadonlyMap<string, SchemaView> {
  const found = new Map<string, SchemaPart[]>();
  for (const { schema, pointer } of parts) {
    for (const [name] of membersOf(schema.properties)) {
      const property = schemaParts(document, childPointer(`${pointer}/properties`, name));
      found.set(name, [...(found.get(name) ?? []), ...property]);
    }
  }
  return new Map([...found].map(([name, all]) => [name, { parts: all, taken: new Set() }]));
}

function nested(
  document: JsonObject,
  parts: readonly SchemaPart[],
  keyword: "items" | "additionalProperties",
): SchemaView | undefined {
  const found = parts
    .filter(({ schema }) => Object.keys(jsonObject(schema[keyword]) ?? {}).length > 0)
    .flatMap(({ pointer }) => schemaParts(document, `${pointer}/${keyword}`));
  return found.length === 0 ? undefined : { parts: found, taken: new Set() };
}
