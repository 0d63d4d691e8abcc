import type { Alternative, NormalType } from "./alternative.ts";
import type { AlternativeFacts, Fact } from "./facts.ts";
import type { NormalDocument } from "./normal-document.ts";

/** What a schema says of a value itself: plain alternatives are one value of several types, and others stay apart. */
export interface ValueShape {
  /** Where it is written, behind what only refers to it; absent for what no value can be. */
  readonly writtenAt: string | undefined;
  /** Without `null`. Several, where there are alternatives; none for what no value can be. */
  readonly types: ReadonlySet<NormalType>;
  /** In words: `string(uuid)`, `integer | string`; `any`, or `never` for what no value can be. */
  readonly type: string;
  readonly nullable: boolean;
  readonly deprecated: boolean;
  /** The known values by their JSON text, whether or not others are possible. */
  readonly values: ReadonlyMap<string, unknown>;
  /** Limits and annotations by keyword, but for those of each of several objects. */
  readonly keywords: ReadonlyMap<string, Fact>;
  readonly objects: readonly Alternative[];
  readonly arrays: readonly Alternative[];
}

const nothing: Alternative = { type: "any", parts: [], names: [], tags: new Map() };

/** Describes the value that some alternatives of a document are together. */
export function valueShape(form: NormalDocument, all: readonly Alternative[]): ValueShape {
  const ofType = (type: string) => all.filter((one) => one.type === type);
  const [objects, arrays] = [ofType("object"), ofType("array")];
  const variants = [objects, arrays].flatMap((some) => (areVariants(some) ? some : []));
  const plain = all.filter((one) => !variants.includes(one) && (one.type !== "null" || all.length === 1));
  // What is said around variants holds for each of them, and is told once.
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

/** Whether these are variants: there are several, or a discriminator tells the only one from others. */
export function areVariants(all: readonly Alternative[]): boolean {
  return all.length > 1 || all.some(({ tags }) => tags.size > 0);
}

/** What is said of all alternatives alike. */
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

/** Whether values of one shape can be of the other one, as far as their types say. */
export function shareTypes({ types }: ValueShape, other: ValueShape): boolean {
  const kinds = (some: ReadonlySet<NormalType>) =>
    new Set([...some].map((type) => (type === "integer" ? "number" : type)));
  const [mine, others] = [kinds(types), kinds(other.types)];
  return mine.has("any") || others.has("any") || [...mine].some((type) => others.has(type));
}
