import type { Alternative, NormalType } from "./alternative.ts";
import type { AlternativeFacts, Fact } from "./facts.ts";
import type { NormalDocument } from "./normal-document.ts";

/** A description of a value. Scalar alternatives are merged into one value of several types; variants stay separate. */
export interface ValueShape {
  /** Pointer to its schema, after references are followed; absent when no value is possible. */
  readonly writtenAt: string | undefined;
  /** Types without `null`; several for alternatives, none when no value is possible. */
  readonly types: ReadonlySet<NormalType>;
  /** The types as text: `string(uuid)`, `integer | string`; `any`, or `never` when no value is possible. */
  readonly type: string;
  readonly nullable: boolean;
  readonly deprecated: boolean;
  /** The listed values by their JSON text, even if other values are possible. */
  readonly values: ReadonlyMap<string, unknown>;
  /** Limits and annotations by keyword, without those of single variants. */
  readonly keywords: ReadonlyMap<string, Fact>;
  readonly objects: readonly Alternative[];
  readonly arrays: readonly Alternative[];
}

const nothing: Alternative = { type: "any", parts: [], names: [], tags: new Map() };

/** Merges the alternatives of a document into the description of one value. */
export function valueShape(form: NormalDocument, all: readonly Alternative[]): ValueShape {
  const ofType = (type: string) => all.filter((one) => one.type === type);
  const [objects, arrays] = [ofType("object"), ofType("array")];
  const variants = [objects, arrays].flatMap((some) => (areVariants(some) ? some : []));
  const plain = all.filter((one) => !variants.includes(one) && (one.type !== "null" || all.length === 1));
  // Facts around variants apply to every variant and are reported once.
  const around = variants.length === 0 ? [] : [{ ...nothing, parts: sharedParts(all) }];
  const said = [...plain, ...around].map((one) => form.facts(one));
  const values = said.flatMap((facts) => facts.values?.value ?? []);
  return {
    writtenAt: all[0]?.parts.find(({ written }) => written.$ref === undefined)?.pointer,
    types: new Set(all.map(({ type }) => type).filter((type) => type !== "null")),
    type: typeText(all, said),
    nullable: all.some(({ type }) => type === "null"),
    deprecated: said.length > 0 && said.every(isDeprecated),
    values: new Map(values.map((value) => [JSON.stringify(value), value])),
    keywords: new Map(said.flatMap(({ limits, annotations }) => [...limits, ...annotations])),
    objects,
    arrays,
  };
}

/** Whether these are variants: there are several, or the only alternative has a discriminator value. */
export function areVariants(all: readonly Alternative[]): boolean {
  return all.length > 1 || all.some(({ tags }) => tags.size > 0);
}

/** Lists the parts that all alternatives share. */
export function sharedParts([first, ...others]: readonly Alternative[]): Alternative["parts"] {
  const pointers = others.map(({ parts }) => new Set(parts.map(({ pointer }) => pointer)));
  return (first?.parts ?? []).filter(({ pointer }) => pointers.every((some) => some.has(pointer)));
}

function isDeprecated({ annotations }: AlternativeFacts): boolean {
  return annotations.get("deprecated")?.value === true;
}

function typeText(all: readonly Alternative[], said: readonly AlternativeFacts[]): string {
  const types = [...new Set(all.map(({ type }) => String(type)))].filter((type) => type !== "null").sort();
  if (types.includes("any")) return "any";
  const formats = new Set(said.flatMap(({ limits }) => limits.get("format")?.value ?? []));
  const [format] = [...formats].filter((one) => typeof one === "string" && formats.size === 1);
  const none = all.length === 0 ? "never" : "null";
  return (types.join(" | ") || none) + (format === undefined ? "" : `(${format})`);
}

/** Whether two shapes have a type in common. */
export function shareTypes({ types }: ValueShape, other: ValueShape): boolean {
  const kinds = (some: ReadonlySet<NormalType>) =>
    new Set([...some].map((type) => (type === "integer" ? "number" : type)));
  const [mine, others] = [kinds(types), kinds(other.types)];
  return mine.has("any") || others.has("any") || [...mine].some((type) => others.has(type));
}
