import type { Alternative } from "../normal/alternative.ts";
import type { NormalDocument } from "../normal/normal-document.ts";
import type { NamedVariants } from "../normal/pair-variants.ts";
import { sharedParts, shareTypes, type ValueShape, valueShape } from "../normal/value-shape.ts";
import { isJsonObject } from "../pointer/json-object.ts";
import { RULE_KEYWORDS } from "../schemas/schema-keywords.ts";
import { type Described, leaf, mark, member, step } from "./described.ts";

/** What changes a value on the wire, beside rules. */
const OTHER_LIMITS = new Set(["default", "readOnly", "writeOnly", "contentEncoding", "contentMediaType"]);

/**
 * Describes a value, but for the objects that it can be.
 * @param other - what the other document has there: limits of a value of another type say nothing
 */
export function describeShape(
  form: NormalDocument,
  shape: ValueShape,
  pointer: string,
  other: ValueShape,
): Described[] {
  const { type, nullable, deprecated, values, arrays } = shape;
  // "Any value" says nothing: a document that does not know the type lacks it, and contradicts nobody. It may be null too.
  const isAny = type === "any";
  const described = [
    leaf("type", pointer, type, !isAny),
    ...(isAny ? [] : [mark("null", pointer, nullable)]),
    mark("deprecated", pointer, deprecated),
  ];
  if (!shareTypes(shape, other)) return described;
  return [
    ...described,
    ...[...values].map(([key, value]) =>
      member("value", [key, ""], pointer, typeof value === "string" ? value : key),
    ),
    ...describeLimits(shape, pointer),
    ...arrays.map((array, index) => {
      const { items } = form.facts(array);
      return step("[]", index, pointer, items.length > 0 ? items : [`${pointer}/items/-`]);
    }),
  ];
}

function describeLimits({ keywords }: ValueShape, pointer: string): Described[] {
  // Rules with schemas in them have other names in another document. The format is told with the type.
  const isLimit = (keyword: string) =>
    (RULE_KEYWORDS.has(keyword) && keyword !== "format") || OTHER_LIMITS.has(keyword);
  return [...keywords]
    .filter(([keyword]) => isLimit(keyword))
    .map(([keyword, { value }]) => ({
      ...leaf("limit", pointer, `${keyword} ${JSON.stringify(value)}`),
      key: keyword,
      absent: `no ${keyword}`,
    }));
}

/**
 * Describes the properties of an object.
 * @param left - those that are left out, because they name variants
 */
export function describeProperties(
  form: NormalDocument,
  object: Alternative,
  pointer: string,
  left: readonly string[],
): Described[] {
  const { required, properties } = form.facts(object);
  // OpenAPI demands that a discriminator is required; documents forget to say so.
  const marks = object.parts.map(({ own }) => own.discriminator).filter(isJsonObject);
  const isRequired = (name: string) =>
    required.has(name) || marks.some(({ propertyName }) => propertyName === name);
  return [...properties]
    .filter(([name]) => !left.includes(name))
    .map(([name, view]) => {
      const [at = pointer] = view;
      const text = valueShape(form, form.alternatives(view)).type + (isRequired(name) ? ", required" : "");
      // The object lists what is required: it may be known less well than the property.
      const inside = [mark("required", at, isRequired(name), pointer)];
      return member("property", [name, `.${name}`], at, text, inside, view);
    });
}

/** Describes an object: its properties, and the values of a map. */
export function describeObject(
  form: NormalDocument,
  object: Alternative,
  pointer: string,
  left: readonly string[] = [],
): Described[] {
  const { additional } = form.facts(object);
  const values = additional.length > 0 ? additional : [`${pointer}/additionalProperties/-`];
  return [...describeProperties(form, object, pointer, left), step(".*", 0, pointer, values)];
}

/** Describes objects that come in variants. What is said of all of them is said around them. */
export function describeVariants(
  form: NormalDocument,
  objects: readonly Alternative[],
  { named }: NamedVariants,
  around: string,
  left: readonly string[],
): Described[] {
  const shared = sharedParts(objects);
  return [...named].map(([name, variant]) => {
    const pointer = variant.variant ?? around;
    const parts = variant.parts.filter((part) => !shared.includes(part));
    const own = valueShape(form, [{ ...variant, parts, tags: new Map() }]);
    const inside = [
      mark("deprecated", pointer, own.deprecated),
      ...describeLimits(own, pointer),
      ...describeObject(form, variant, pointer, left),
    ];
    return member("variant", [name, `<${name}>`], pointer, name, inside);
  });
}
