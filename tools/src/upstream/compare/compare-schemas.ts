import {
  type Alternative,
  type AlternativeFacts,
  differingFacts,
  isJsonObject,
  pairAlternatives,
  RULE_KEYWORDS,
} from "@np6/openapi-document";
import { type Comparison, stepInto } from "./comparison.ts";
import { lacks, onBoth, type Pair, type Side, says } from "./difference.ts";
import { type NamedVariants, nameVariants, toldApartBy } from "./name-variants.ts";
import { isReference, isUnion, type SchemaShape, shapeOf, sharedParts } from "./schema-shape.ts";

/** Rules without schemas in them, and what else changes a value on the wire. The format is told with the type. */
const limitKeywords = RULE_KEYWORDS.union(
  new Set(["default", "readOnly", "writeOnly", "contentEncoding", "contentMediaType"]),
).difference(new Set(["format"]));

/** Compares what two schemas say of a value, and all that is inside. Names of schemas are not compared. */
export function compareSchemas(comparison: Comparison, views: Pair<readonly string[]>, place: string): void {
  if (!comparison.isNew(views)) return;
  const forms = comparison.documents;
  const refers = isReference(forms.vendor, views.vendor) && isReference(forms.curated, views.curated);
  const shapes = onBoth(views, (view, side) => shapeOf(forms[side], view, refers));
  const pointers = onBoth(shapes, ({ pointer }) => pointer);
  compareValues(comparison, shapes, pointers, place);
  compareRules(
    comparison,
    onBoth(shapes, ({ said }) => said),
    pointers,
    place,
  );
  const { vendor, curated } = shapes;
  for (const [there, here] of pairAlternatives(forms.vendor, forms.curated, vendor.arrays, curated.arrays)
    .pairs) {
    const items = onBoth({ vendor: there, curated: here }, (array, side) => forms[side].facts(array).items);
    compareNested(
      comparison,
      items,
      onBoth(pointers, (at) => `${at}/items`),
      `${place}[]`,
    );
  }
  const [there, here] = [vendor.objects[0], curated.objects[0]];
  if (there === undefined || here === undefined || vendor.type === "any" || curated.type === "any") return;
  if (isUnion(vendor.objects) || isUnion(curated.objects)) {
    compareVariants(
      comparison,
      onBoth(shapes, ({ objects }) => objects),
      pointers,
      place,
    );
  } else compareObjects(comparison, { vendor: there, curated: here }, pointers, place);
}

function compareValues(
  comparison: Comparison,
  shapes: Pair<SchemaShape>,
  pointers: Pair<string>,
  place: string,
): void {
  const isAny = shapes.vendor.type === "any" || shapes.curated.type === "any";
  // "Any value" says nothing: a document that does not know the type lacks it, and contradicts nobody.
  const type = onBoth(shapes, ({ type, pointer }) => (type === "any" ? lacks : says)(pointer, type));
  comparison.state("type", place, type);
  const nullable = onBoth(shapes, ({ nullable, pointer }) =>
    nullable ? says(pointer, "nullable") : lacks(pointer, "never null"),
  );
  // Any value may be null too: then the type is the difference.
  if (!isAny) comparison.state("null", place, nullable);
  comparison.members({
    fact: "value",
    of: onBoth(shapes, ({ values }) => values),
    inside: pointers,
    place,
    called: () => "",
    says: (value, side) => says(pointers[side], typeof value === "string" ? value : JSON.stringify(value)),
  });
}

/** Compares what is said beside the type: limits, and what is deprecated. */
function compareRules(
  comparison: Comparison,
  said: Pair<readonly AlternativeFacts[]>,
  pointers: Pair<string>,
  place: string,
): void {
  const deprecated = onBoth(said, (all, side) => {
    const isMarked = ({ annotations }: AlternativeFacts) => annotations.get("deprecated")?.value === true;
    return all.length > 0 && all.every(isMarked)
      ? says(pointers[side], "deprecated")
      : lacks(pointers[side], "current");
  });
  comparison.state("deprecated", place, deprecated);
  const limits = onBoth(said, (all) => {
    const rules = all.flatMap((facts) => [...facts.limits, ...facts.annotations]);
    return new Map(rules.filter(([keyword]) => limitKeywords.has(keyword)));
  });
  for (const { keyword, before, after } of differingFacts(limits.vendor, limits.curated)) {
    const state = onBoth({ vendor: before, curated: after }, (fact, side) =>
      fact === undefined
        ? lacks(pointers[side], `no ${keyword}`)
        : says(pointers[side], `${keyword} ${JSON.stringify(fact.value)}`),
    );
    comparison.state("limit", place, state);
  }
}

/** Compares elements, or the values of a map; a side that says nothing of them allows any. */
function compareNested(
  comparison: Comparison,
  views: Pair<readonly string[]>,
  otherwise: Pair<string>,
  place: string,
): void {
  if (views.vendor.length + views.curated.length === 0) return;
  compareSchemas(
    comparison,
    onBoth(views, (view, side) => (view.length > 0 ? view : [otherwise[side]])),
    place,
  );
}

function compareObjects(
  comparison: Comparison,
  objects: Pair<Alternative>,
  pointers: Pair<string>,
  place: string,
  isLeft?: (name: string) => boolean,
): void {
  compareProperties(comparison, objects, pointers, place, isLeft);
  const values = onBoth(objects, (one, side) => comparison.documents[side].facts(one).additional);
  compareNested(
    comparison,
    values,
    onBoth(pointers, (at) => `${at}/additionalProperties`),
    `${place}.*`,
  );
}

/**
 * Compares the properties of two objects: which there are, which are required, and what each is.
 * @param isLeft - names of properties that are compared elsewhere
 */
function compareProperties(
  comparison: Comparison,
  objects: Pair<Alternative>,
  pointers: Pair<string>,
  place: string,
  isLeft: (name: string) => boolean = () => false,
): void {
  const forms = comparison.documents;
  const required = onBoth(objects, (one, side) => requiredBy(one, forms[side].facts(one)));
  comparison.members({
    fact: "property",
    of: onBoth(objects, (one, side) => {
      const { properties } = forms[side].facts(one);
      return new Map([...properties].filter(([name]) => !isLeft(name)));
    }),
    inside: pointers,
    place,
    called: (_view, name) => `.${name}`,
    says: (view, side, name) => {
      const { type } = shapeOf(forms[side], view, false);
      return says(view[0] ?? "#", required[side].has(name) ? `${type}, required` : type);
    },
    both: (views, at, name) => {
      const state = ([pointer = "#"]: readonly string[], side: Side) =>
        required[side].has(name) ? says(pointer, "required") : lacks(pointer, "optional");
      // The object lists what is required: it may be known less well than the property.
      comparison.state("required", at, onBoth(views, state), "", pointers.curated);
      compareSchemas(comparison, views, at);
    },
  });
}

/** OpenAPI demands that a discriminator is required; documents forget to say so. */
function requiredBy({ parts }: Alternative, { required }: AlternativeFacts): ReadonlySet<unknown> {
  const marks = parts.map(({ own }) => own.discriminator).filter(isJsonObject);
  return new Set([...required.keys(), ...marks.map(({ propertyName }) => propertyName)]);
}

/**
 * Compares objects that come in variants, variant by variant. The property that tells them apart is not compared: it is
 * what names them. Where only one side has variants, each of them is compared with the other side's one object.
 */
function compareVariants(
  comparison: Comparison,
  objects: Pair<readonly Alternative[]>,
  pointers: Pair<string>,
  place: string,
): void {
  const forms = comparison.documents;
  const told = onBoth(objects, (all, side) => toldApartBy(forms[side], all));
  const isTold = (name: string) => name === told.vendor || name === told.curated;
  if (told.vendor !== undefined && told.curated !== undefined) {
    const by = onBoth(told, (name, side) => says(pointers[side], `told apart by ${name}`));
    comparison.state("variant", place, by);
  }
  const variants = onBoth(objects, (all, side) => nameVariants(forms[side], all, told[side]));
  const one = (["vendor", "curated"] as const).find((side) => !isUnion(objects[side]));
  const shared = onBoth(objects, sharedParts);
  comparison.members({
    fact: "variant",
    of: one === undefined ? pairVariants(comparison, variants, told) : lacking(variants, told, one),
    inside: pointers,
    place,
    called: (_variant, name) => `<${name}>`,
    says: ({ variant = "#" }, _side, name) => says(variant, name),
    both: (pair, at) => {
      const places = onBoth(pair, ({ variant }, side) => variant ?? pointers[side]);
      const said = onBoth(pair, (variant, side) => {
        const parts = variant.parts.filter((part) => !shared[side].includes(part));
        return [forms[side].facts({ ...variant, parts })];
      });
      compareRules(comparison, said, places, at);
      compareObjects(comparison, pair, places, at, isTold);
    },
  });
  if (one !== undefined) compareWithOne(comparison, objects, variants, one, pointers, place, isTold);
}

type Variants = Pair<ReadonlyMap<string, Alternative>>;

/** By their names; variants that have none on the wire are paired by what they are made of. */
function pairVariants(
  { documents }: Comparison,
  { vendor, curated }: Pair<NamedVariants>,
  told: Pair<string | undefined>,
): Variants {
  if (told.vendor !== undefined && told.curated !== undefined) {
    return { vendor: vendor.named, curated: curated.named };
  }
  const [there, here] = [[...vendor.named.values()], [...curated.named.values()]];
  const { pairs } = pairAlternatives(documents.vendor, documents.curated, there, here);
  const pairedWith = new Map(pairs);
  const names = new Map([...curated.named].map(([name, variant]) => [variant, name]));
  const renamed = [...vendor.named].map(([name, variant]) => {
    const other = pairedWith.get(variant);
    return [(other && names.get(other)) ?? name, variant] as const;
  });
  return { vendor: new Map(renamed), curated: curated.named };
}

/** Where one side has no variants, it lacks each that the other side's property names. */
function lacking({ vendor, curated }: Pair<NamedVariants>, told: Pair<unknown>, one: Side): Variants {
  const none = new Map();
  if (told.vendor === undefined && told.curated === undefined) return { vendor: none, curated: none };
  return one === "vendor"
    ? { vendor: none, curated: curated.named }
    : { vendor: vendor.named, curated: none };
}

/** Compares the variants of one side with the other side's one object: it may have the properties of any of them. */
function compareWithOne(
  comparison: Comparison,
  objects: Pair<readonly Alternative[]>,
  variants: Pair<NamedVariants>,
  one: Side,
  pointers: Pair<string>,
  place: string,
  isTold: (name: string) => boolean,
): void {
  const many: Side = one === "vendor" ? "curated" : "vendor";
  const [single] = objects[one];
  // An object of which nothing is said is not compared property by property.
  if (single === undefined || comparison.documents[one].facts(single).properties.size === 0) return;
  const { named, rest } = variants[many];
  const anywhere = new Set<string>();
  const compare = (other: Alternative, pointer: string, step: string, isLeft: (name: string) => boolean) => {
    const pair = { ...{ vendor: single, curated: single }, [many]: other };
    const at = { ...pointers, [many]: pointer };
    compareProperties(comparison, pair, at, stepInto(place, step), (name) => isTold(name) || isLeft(name));
  };
  for (const [name, variant] of [...named, ...(rest === undefined ? [] : [["others", rest] as const])]) {
    const { properties } = comparison.documents[many].facts(variant);
    for (const key of properties.keys()) anywhere.add(key);
    compare(variant, variant.variant ?? pointers[many], `<${name}>`, (key) => !properties.has(key));
  }
  compare({ ...single, parts: [] }, pointers[many], "", (key) => anywhere.has(key));
}
