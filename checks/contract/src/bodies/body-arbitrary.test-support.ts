import * as fc from "fast-check";
import { isObject, type JsonObject, resolve } from "../exchanges/independent-document.ts";
import { validateBody } from "./validate-body.ts";

/** Depth from which optional members and elements are left out, so that values end. */
const deepest = 4;

/**
 * Generates values of a schema of the spec. They shrink like fast-check's own: optional members disappear, and lists
 * and strings become short, so that failures are readable.
 *
 * @param pointer JSON pointer to the schema, as a URI fragment
 * @throws Error when hardly any generated value satisfies the schema
 */
export function bodyArbitrary(pointer: string): fc.Arbitrary<unknown> {
  let misses = 0;
  return (
    valueOfSchema({ $ref: pointer }, 0)
      // Values without a JSON form, such as -0, become the value that JSON returns.
      .map((value): unknown => JSON.parse(JSON.stringify(value)))
      // Generated values may violate `not` and `oneOf`, so the schema itself decides.
      .filter((value) => {
        const fits = validateBody(pointer, JSON.stringify(value)).length === 0;
        misses = fits ? 0 : misses + 1;
        if (misses > 1000) throw new Error(`nothing that is made fits ${pointer}: ${JSON.stringify(value)}`);
        return fits;
      })
  );
}

/** Keywords of JSON Schema that the generated values respect, directly or by the filter. */
export const knownKeywords: ReadonlySet<string> = new Set([
  ...["$ref", "allOf", "oneOf", "anyOf", "not", "const", "enum", "type", "format"],
  ...["properties", "required", "additionalProperties", "items", "minItems", "maxItems"],
  ...["minLength", "maxLength", "pattern", "minimum", "maximum"],
]);

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const members = (value: unknown): JsonObject => (isObject(value) ? value : {});

/** Merges a schema, its reference and the parts of its `allOf`; later keywords override earlier ones. */
function flatten(schema: unknown): JsonObject {
  const { $ref, allOf, ...keywords } = members(schema);
  const target = $ref === undefined ? [] : [resolve({ $ref }).value];
  return [...[...target, ...list(allOf)].map(flatten), keywords].reduce(combine, {});
}

function combine(left: JsonObject, right: JsonObject): JsonObject {
  const properties = { ...members(left.properties) };
  for (const [name, property] of Object.entries(members(right.properties))) {
    properties[name] = name in properties ? { allOf: [properties[name], property] } : property;
  }
  const required = [...list(left.required), ...list(right.required)];
  return { ...left, ...right, properties, required };
}

/** Lists the variants of a schema, including nested ones, so that each is equally frequent. */
function variantsOf(schemaOrReference: unknown): JsonObject[] {
  const { oneOf, anyOf, ...schema } = flatten(schemaOrReference);
  const variants = [...list(oneOf), ...list(anyOf)];
  return variants.length === 0
    ? [schema]
    : variants.flatMap((variant) => variantsOf({ allOf: [schema, variant] }));
}

function valueOfSchema(schemaOrReference: unknown, depth: number): fc.Arbitrary<unknown> {
  return fc.oneof(...variantsOf(schemaOrReference).map((schema) => valueOfVariant(schema, depth)));
}

function valueOfVariant(schema: JsonObject, depth: number): fc.Arbitrary<unknown> {
  if ("const" in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  return fc.oneof(...types.map((type) => valueOfType(type, schema, depth)));
}

function valueOfType(type: unknown, schema: JsonObject, depth: number): fc.Arbitrary<unknown> {
  switch (type) {
    case "object":
      return objectOf(schema, depth);
    case "array":
      return arrayOf(schema, depth);
    case "integer":
      return fc.integer(within(schema, schema.format === "int32" ? 2 ** 31 - 1 : Number.MAX_SAFE_INTEGER));
    case "number":
      return fc.double({ ...within(schema, Number.MAX_VALUE), noNaN: true });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "string":
      return stringOf(schema);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

/** Generates objects: optional members are random, and open schemas get arbitrary members. */
function objectOf(schema: JsonObject, depth: number): fc.Arbitrary<unknown> {
  const required = new Set(list(schema.required));
  const listed = Object.entries(members(schema.properties)).filter(
    ([name]) => depth < deepest || required.has(name),
  );
  const model = Object.fromEntries(
    listed.map(([name, property]) => [name, valueOfSchema(property, depth + 1)]),
  );
  const requiredKeys = Object.keys(model).filter((name) => required.has(name));
  const record = fc.record(model, { requiredKeys });
  if (schema.additionalProperties === false || depth >= deepest) return record;
  const unlisted = fc.dictionary(fc.string({ maxLength: 5 }), openValue(schema.additionalProperties, depth), {
    maxKeys: 2,
  });
  return fc.tuple(unlisted, record).map(([extra, declared]) => ({ ...extra, ...declared }));
}

function openValue(schema: unknown, depth: number): fc.Arbitrary<unknown> {
  return isObject(schema) ? valueOfSchema(schema, depth + 1) : fc.jsonValue({ maxDepth: 1 });
}

function arrayOf({ items, minItems, maxItems }: JsonObject, depth: number): fc.Arbitrary<unknown> {
  const minLength = Number(minItems ?? 0);
  const most = depth < deepest ? minLength + 3 : minLength;
  return fc.array(valueOfSchema(items, depth + 1), {
    minLength,
    maxLength: Math.min(most, Number(maxItems ?? most)),
  });
}

function within({ minimum, maximum }: JsonObject, largest: number): { min: number; max: number } {
  return { min: Number(minimum ?? -largest), max: Number(maximum ?? largest) };
}

function stringOf({ format, pattern, minLength = 0, maxLength = 12 }: JsonObject): fc.Arbitrary<string> {
  if (typeof pattern === "string") return fc.stringMatching(new RegExp(pattern, "u"));
  const [min, max] = [new Date("1990-01-01T00:00:00Z"), new Date("2090-01-01T00:00:00Z")];
  const date = fc.date({ min, max, noInvalidDate: true }).map((instant) => instant.toISOString());
  switch (format) {
    case "uuid":
      return fc.uuid();
    case "date-time":
      return date;
    case "date":
      return date.map((text) => text.slice(0, 10));
    default:
      return fc.string({
        minLength: Number(minLength),
        maxLength: Math.max(Number(minLength), Number(maxLength)),
        unit: "grapheme",
      });
  }
}
