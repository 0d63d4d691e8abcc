import {
  asList,
  asObject,
  inJsonSchema2020,
  isJsonObject,
  type JsonObject,
  referenceTarget,
} from "@np6/openapi-document";

/** Maximum number of values for one schema, and maximum depth. */
const most = 24;
const deepest = 5;

/**
 * Makes values at the limits of a schema: with and without each property, at and beyond each limit, one of each
 * variant. They may be invalid; a validator decides that.
 */
export function sampleValues(document: JsonObject, schema: unknown, depth = 0): readonly unknown[] {
  if (!isJsonObject(schema)) return ["text", 1, true, null, {}, []];
  const node = inJsonSchema2020(document, schema);
  if (typeof node.$ref === "string")
    return depth > deepest ? [] : sampleValues(document, referenceTarget(document, node.$ref), depth + 1);
  if (Array.isArray(node.enum)) return node.enum.slice(0, most);
  if ("const" in node) return [node.const];
  const inside = (part: unknown) => (depth > deepest ? [] : sampleValues(document, part, depth + 1));
  const variants = [node.oneOf, node.anyOf].filter(Array.isArray).flat();
  const parts = Array.isArray(node.allOf) ? node.allOf.map(inside) : [];
  const own = typesOf(node).flatMap((type) => ofType(type, node, inside));
  // A value that `not` forbids is at a limit too.
  const forbidden = node.not === undefined ? [] : inside(node.not);
  const bases = [
    ...own,
    ...variants.flatMap(inside),
    ...forbidden,
    ...tagged(node, variants.flatMap(inside)),
  ];
  // Values of schemas that apply together are merged.
  return parts.reduce((all, values) => merged(all, values), bases).slice(0, most * 2);
}

/** Makes the variants with each value of the discriminator. */
function tagged({ discriminator }: JsonObject, variants: readonly unknown[]): readonly unknown[] {
  const { propertyName, mapping } = asObject(discriminator);
  if (typeof propertyName !== "string" || !isJsonObject(mapping)) return [];
  const objects = variants.filter(isJsonObject).slice(0, most);
  return Object.keys(mapping).flatMap((value) => objects.map((one) => ({ ...one, [propertyName]: value })));
}

function typesOf({
  type,
  properties,
  items,
  prefixItems,
  oneOf,
  anyOf,
  allOf,
}: JsonObject): readonly unknown[] {
  if (Array.isArray(type)) return type;
  if (type !== undefined) return [type];
  if (properties !== undefined) return ["object"];
  if (items !== undefined || prefixItems !== undefined) return ["array"];
  return (oneOf ?? anyOf ?? allOf) ? [] : ["string", "number", "boolean", "object", "array"];
}

function ofType(type: unknown, node: JsonObject, inside: (part: unknown) => readonly unknown[]): unknown[] {
  switch (type) {
    case "null":
      return [null];
    case "boolean":
      return [true, false];
    case "integer":
    case "number": {
      const limits = [
        node.minimum,
        node.maximum,
        node.exclusiveMinimum,
        node.exclusiveMaximum,
        node.multipleOf,
      ].filter(isNumber);
      return [1, 0, -1, 1.5, 2 ** 31, ...limits.flatMap((limit) => [limit, limit - 1, limit + 1])];
    }
    case "string":
      return stringsOf(node);
    case "array":
      return listsOf(node, inside);
    default:
      return objectsOf(node, inside);
  }
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}

const byFormat: Readonly<Record<string, string>> = {
  date: "2026-01-31",
  "date-time": "2026-01-31T12:00:00Z",
  email: "a@example.com",
  uuid: "123e4567-e89b-12d3-a456-426614174000",
  uri: "https://example.com/a",
};

function stringsOf({
  minLength,
  maxLength,
  format,
  example,
  examples,
  default: usual,
}: JsonObject): string[] {
  const lengths = [minLength, maxLength]
    .filter(isNumber)
    .flatMap((length) => [length, length - 1, length + 1]);
  const given = [example, usual, ...asList(examples)].filter((value) => typeof value === "string");
  const formatted = byFormat[`${format}`];
  return [
    ...given,
    ...(formatted === undefined ? [] : [formatted]),
    "text",
    ...lengths.filter((length) => length >= 0 && length < 2_000).map((length) => "x".repeat(length)),
    "",
    "ABC-123",
    "1",
  ];
}

function listsOf(
  { items, prefixItems, minItems, maxItems, contains }: JsonObject,
  inside: (part: unknown) => readonly unknown[],
): unknown[] {
  const first = Array.isArray(prefixItems) ? prefixItems.map((part) => inside(part)) : [];
  const head = first.map(([value]) => value);
  const each = items === undefined || items === false ? inside(contains ?? {}) : inside(items);
  const counts = [minItems, maxItems].filter(isNumber).flatMap((count) => [count, count - 1, count + 1]);
  const changed = first.flatMap((values, index) => values.map((value) => head.with(index, value)));
  // The first element may have another type.
  const strangers = head.length === 0 ? [] : [["text"], [1]];
  return [
    head,
    ...strangers,
    ...changed,
    [...head, ...each.slice(0, 1)],
    ...each.slice(1, most).map((value) => [...head, value]),
    ...counts
      .filter((count) => count > 0 && count < 100)
      .map((count) => Array.from({ length: count }, (_, at) => each[at % each.length] ?? 1)),
    [...head, ...each.slice(0, 1), ...each.slice(0, 1)],
  ];
}

function objectsOf(node: JsonObject, inside: (part: unknown) => readonly unknown[]): unknown[] {
  const properties = Object.entries(asObject(node.properties));
  const values = new Map(properties.map(([name, part]) => [name, inside(part)]));
  const required = asList(node.required);
  const whole = Object.fromEntries(
    [...values].flatMap(([name, [first]]) => (first === undefined ? [] : [[name, first]])),
  );
  const least = Object.fromEntries(Object.entries(whole).filter(([name]) => required.includes(name)));
  const without = Object.keys(whole).map((name) =>
    Object.fromEntries(Object.entries(whole).filter(([other]) => other !== name)),
  );
  const others = [...values].flatMap(([name, all]) =>
    all.slice(1, most).map((value) => ({ ...least, [name]: value })),
  );
  const further = isJsonObject(node.additionalProperties) ? inside(node.additionalProperties) : ["more"];
  const patterns = Object.entries(asObject(node.patternProperties));
  const names = ["further", "Further-1", "x-further"];
  const matching = patterns.flatMap(([pattern, part]) =>
    inside(part)
      .slice(0, most)
      .flatMap((value) => names.filter((name) => matches(pattern, name)).map((name) => ({ [name]: value }))),
  );
  const more = further.slice(0, most).flatMap((value) => names.map((name) => ({ ...whole, [name]: value })));
  return [least, whole, ...matching.map((one) => ({ ...least, ...one })), ...without, ...others, ...more];
}

function matches(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern, "u").test(name);
  } catch {
    return false;
  }
}

function merged(all: readonly unknown[], values: readonly unknown[]): readonly unknown[] {
  if (all.length === 0) return values;
  const [first] = all;
  const [usual] = values;
  if (!isJsonObject(first) || !isJsonObject(usual)) return [...all, ...values];
  return [
    ...all.map((value) => (isJsonObject(value) ? { ...usual, ...value } : value)),
    ...values.map((value) => (isJsonObject(value) ? { ...first, ...value } : value)),
  ];
}
