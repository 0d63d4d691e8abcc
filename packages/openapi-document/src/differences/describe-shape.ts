import type { Alternative } from "../normal/alternative.ts";
import type { NormalDocument } from "../normal/normal-document.ts";
import type { NamedVariants } from "../normal/pair-variants.ts";
import { sharedParts, shareTypes, type ValueShape, valueShape } from "../normal/value-shape.ts";
import { isJsonObject } from "../pointer/json-object.ts";
import { RULE_KEYWORDS } from "../schemas/schema-keywords.ts";
import { type Described, leaf, mark, member, step } from "./described.ts";

/** Keywords that are no rules but change a value on the wire. */
const OTHER_LIMITS = new Set(["default", "readOnly", "writeOnly", "contentEncoding", "contentMediaType"]);

/**
 * Describes a value, except the objects that it can be.
 * @param other - the other document's value; limits are compared only if the two share a type
 */
export function describeShape(
  form: NormalDocument,
  shape: ValueShape,
  pointer: string,
  other: ValueShape,
): Described[] {
  const { type, nullable, deprecated, values, arrays } = shape;
  // `any` is not compared: a document that does not state the type contradicts no other. Such a value may be null too.
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
  // Rules that contain schemas are compared elsewhere. `format` is part of the type's text.
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
 * @param left - names of the properties to leave out, because they name variants
 */
export function describeProperties(
  form: NormalDocument,
  object: Alternative,
  pointer: string,
  left: readonly string[],
): Described[] {
  const { required, properties } = form.facts(object);
  // OpenAPI requires that a discriminator property is required; many documents do not declare it.
  const marks = object.parts.map(({ own }) => own.discriminator).filter(isJsonObject);
  const isRequired = (name: string) =>
    required.has(name) || marks.some(({ propertyName }) => propertyName === name);
  return [...properties]
    .filter(([name]) => !left.includes(name))
    .map(([name, view]) => {
      const [at = pointer] = view;
      const text = valueShape(form, form.alternatives(view)).type + (isRequired(name) ? ", required" : "");
      // The object lists its required properties, so `required` points to the object.
      const inside = [mark("required", at, isRequired(name), pointer)];
      return member("property", [name, `.${name}`], at, text, inside, view);
    });
}

/** Describes an object: its properties and the values of a map. */
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

/** Describes the variants of an object. Facts that all variants share are left to the object around them. */
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
