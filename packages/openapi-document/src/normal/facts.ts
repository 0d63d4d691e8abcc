import { asList, asObject, isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import { childPointer } from "../pointer/json-pointer.ts";
import { ANNOTATION_KEYWORDS } from "../schemas/schema-keywords.ts";
import type { Alternative, Part } from "./alternative.ts";
import { valuesOf } from "./alternative-types.ts";

/** The value of a keyword and its location. */
export interface Fact {
  readonly value: unknown;
  readonly pointer: string;
}

/** Everything that the parts of an alternative state together, without keywords that only repeat a default. */
export interface AlternativeFacts {
  /** The values that are listed; absent when any value of the type is possible. */
  readonly values?: Fact & { readonly value: readonly unknown[] };
  /** Pointers to the schemas of each property; all of them apply. */
  readonly properties: ReadonlyMap<string, readonly string[]>;
  /** Names of required properties, with a pointer to the list that contains each. */
  readonly required: ReadonlyMap<string, string>;
  /** Pointer to the keyword that forbids undescribed properties, if there is one. */
  readonly closed?: string;
  /** Pointers to the schemas of undescribed properties. */
  readonly additional: readonly string[];
  readonly items: readonly string[];
  /** Pointers to the schemas of the first elements, by index. */
  readonly prefixItems: ReadonlyMap<number, readonly string[]>;
  /** Other keywords that restrict a value, by keyword: numbers, formats, patterns. */
  readonly limits: ReadonlyMap<string, Fact>;
  /** Keywords that restrict no value: descriptions, defaults, flags. */
  readonly annotations: ReadonlyMap<string, Fact>;
}

/** Values that only repeat the default of their keyword. */
const SAYS_NOTHING: Readonly<Record<string, unknown>> = {
  minLength: 0,
  minItems: 0,
  minProperties: 0,
  uniqueItems: false,
  minContains: 1,
  deprecated: false,
  readOnly: false,
  writeOnly: false,
};
const READ = new Set([
  "type",
  "enum",
  "const",
  "properties",
  "required",
  "items",
  "prefixItems",
  "additionalProperties",
]);
const LEAST = new Set([
  "minimum",
  "exclusiveMinimum",
  "minLength",
  "minItems",
  "minProperties",
  "minContains",
]);
const MOST = new Set([
  "maximum",
  "exclusiveMaximum",
  "maxLength",
  "maxItems",
  "maxProperties",
  "maxContains",
]);
const KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  string: ["minLength", "maxLength", "pattern", "format"],
  number: ["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf", "format"],
  array: [
    "minItems",
    "maxItems",
    "uniqueItems",
    "contains",
    "minContains",
    "maxContains",
    "unevaluatedItems",
  ],
  object: [
    "minProperties",
    "maxProperties",
    "propertyNames",
    "patternProperties",
    "dependentRequired",
    "dependentSchemas",
    "unevaluatedProperties",
  ],
};
/** Annotations that change the bytes that are sent. */
const ON_THE_WIRE = new Set(["contentEncoding", "contentMediaType", "contentSchema"]);

/** Reads the facts of an alternative. Keywords without a meaning for its type are left out. */
export function factsOf({ type, parts }: Alternative): AlternativeFacts {
  const properties = new Map<string, string[]>();
  const required = new Map<string, string>();
  const prefixItems = new Map<number, string[]>();
  const additional: string[] = [];
  const items: string[] = [];
  const limits = new Map<string, Fact>();
  const annotations = new Map<string, Fact>();
  let closed: string | undefined;
  const isOfType = relevant(type);
  for (const part of parts) {
    const { own, pointer } = part;
    if (isOfType("properties")) {
      for (const name of Object.keys(asObject(own.properties))) {
        const at = childPointer(childPointer(pointer, "properties"), name);
        properties.set(name, [...(properties.get(name) ?? []), at]);
      }
      for (const name of asList(own.required))
        if (!required.has(String(name))) required.set(String(name), childPointer(pointer, "required"));
      const at = childPointer(pointer, "additionalProperties");
      if (own.additionalProperties === false) closed ??= at;
      else if (isJsonObject(own.additionalProperties) && !saysNothing(own.additionalProperties))
        additional.push(at);
      if (own.unevaluatedProperties === false) closed ??= childPointer(pointer, "unevaluatedProperties");
    }
    if (isOfType("items")) {
      if (own.items !== undefined && own.items !== true) items.push(childPointer(pointer, "items"));
      const prefix = asList(own.prefixItems);
      for (const index of prefix.keys()) {
        const at = childPointer(childPointer(pointer, "prefixItems"), index);
        prefixItems.set(index, [...(prefixItems.get(index) ?? []), at]);
      }
    }
    readKeywords(part, isOfType, limits, annotations);
  }
  if (type === "integer") inclusive(limits);
  const values = valuesOf(parts, type);
  const listing =
    parts.find(({ own }) => Object.hasOwn(own, "enum") || Object.hasOwn(own, "const")) ?? parts[0];
  const keyword = listing !== undefined && Object.hasOwn(listing.own, "const") ? "const" : "enum";
  const pointer = listing === undefined ? "#" : childPointer(listing.pointer, keyword);
  return {
    ...(values === undefined ? {} : { values: { value: values, pointer } }),
    ...(closed === undefined ? {} : { closed }),
    properties,
    required,
    additional,
    items,
    prefixItems,
    limits,
    annotations,
  };
}

function readKeywords(
  { own, pointer }: Part,
  isOfType: (keyword: string) => boolean,
  limits: Map<string, Fact>,
  annotations: Map<string, Fact>,
): void {
  for (const [keyword, value] of Object.entries(own)) {
    if (READ.has(keyword) || !isOfType(keyword)) continue;
    if (keyword === "unevaluatedProperties" && value === false) continue;
    if (SAYS_NOTHING[keyword] === value || isEmpty(keyword, value) || passesAll(keyword, value)) continue;
    const fact = { value, pointer: childPointer(pointer, keyword) };
    const isAnnotation =
      (ANNOTATION_KEYWORDS.has(keyword) && !ON_THE_WIRE.has(keyword)) || keyword.startsWith("x-");
    if (isAnnotation) {
      if (!annotations.has(keyword)) annotations.set(keyword, fact);
      continue;
    }
    const before = limits.get(keyword);
    if (before === undefined || isTighter(keyword, value, before.value)) limits.set(keyword, fact);
  }
}

/** Whether one value of a numeric keyword allows fewer values than another. */
export function isTighter(keyword: string, value: unknown, than: unknown): boolean {
  if (LEAST.has(keyword)) return Number(value) > Number(than);
  return MOST.has(keyword) && Number(value) < Number(than);
}

/** Whether a keyword is a bound, so that its values can be compared. */
export function isBound(keyword: string): boolean {
  return LEAST.has(keyword) || MOST.has(keyword);
}

function relevant(type: Alternative["type"]): (keyword: string) => boolean {
  if (type === "any") return () => true;
  const own = new Set(KEYWORDS[type === "integer" ? "number" : type] ?? []);
  if (type === "object")
    for (const keyword of ["properties", "required", "additionalProperties"]) own.add(keyword);
  if (type === "array") for (const keyword of ["items", "prefixItems"]) own.add(keyword);
  const others = new Set([
    ...Object.values(KEYWORDS).flat(),
    "properties",
    "required",
    "additionalProperties",
    "items",
    "prefixItems",
  ]);
  return (keyword) => own.has(keyword) || !others.has(keyword);
}

/** Patterns that match every text. */
const ANY_TEXT = new Set(["", "^", "$", ".*", "^.*", ".*$", "[\\s\\S]*", "^[\\s\\S]*$"]);

function passesAll(keyword: string, value: unknown): boolean {
  return keyword === "pattern" && ANY_TEXT.has(String(value));
}

function isEmpty(keyword: string, value: unknown): boolean {
  if (keyword === "dependentRequired" || keyword === "patternProperties" || keyword === "dependentSchemas")
    return isJsonObject(value) && Object.keys(value).length === 0;
  return (
    (keyword === "unevaluatedProperties" || keyword === "unevaluatedItems" || keyword === "propertyNames") &&
    (value === true || (isJsonObject(value) && saysNothing(value)))
  );
}

function saysNothing(schema: JsonObject): boolean {
  return Object.keys(schema).every((keyword) => ANNOTATION_KEYWORDS.has(keyword) || keyword.startsWith("x-"));
}

/** Converts exclusive bounds of integers into inclusive ones: above 0 means from 1 on. */
function inclusive(limits: Map<string, Fact>): void {
  for (const [exclusive, bound, step] of [
    ["exclusiveMinimum", "minimum", 1],
    ["exclusiveMaximum", "maximum", -1],
  ] as const) {
    const fact = limits.get(exclusive);
    if (fact === undefined || !Number.isInteger(fact.value)) continue;
    limits.delete(exclusive);
    const value = Number(fact.value) + step;
    const before = limits.get(bound);
    if (before === undefined || isTighter(bound, value, before.value)) limits.set(bound, { ...fact, value });
  }
}
