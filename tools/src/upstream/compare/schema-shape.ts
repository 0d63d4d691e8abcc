import {
  type Alternative,
  type AlternativeFacts,
  type NormalDocument,
  referenceTarget,
} from "@np6/openapi-document";

/** What a schema says of a value itself, with everything that holds at once and all plain alternatives as one. */
export interface SchemaShape {
  /** Where a difference is to be shown. */
  readonly pointer: string;
  /** The type in words: `string(uuid)`, `integer | string`, `any`. */
  readonly type: string;
  readonly nullable: boolean;
  /** The known values by their JSON text, whether or not others may come. */
  readonly values: ReadonlyMap<string, unknown>;
  /** What is said of all that is neither one of several objects nor one of several arrays. */
  readonly said: readonly AlternativeFacts[];
  readonly objects: readonly Alternative[];
  readonly arrays: readonly Alternative[];
}

/**
 * Describes the value that a view stands for.
 * @param refers - whether it is only referred to on both sides: then a difference belongs to what is referred to
 */
export function shapeOf(form: NormalDocument, view: readonly string[], refers: boolean): SchemaShape {
  const all = form.alternatives(view);
  const [objects, arrays] = ["object", "array"].map((type) => all.filter((one) => one.type === type));
  const variants = [objects, arrays].flatMap((some = []) => (isUnion(some) ? some : []));
  const plain = all.filter((one) => !variants.includes(one) && (one.type !== "null" || all.length === 1));
  // What is said around variants holds for each of them, and is told once.
  const around = variants.length === 0 ? [] : [form.facts({ ...nothing, parts: sharedParts(all) })];
  const said = [...plain.map((one) => form.facts(one)), ...around];
  const types = [...new Set(all.map(({ type }) => String(type)))].filter((type) => type !== "null").sort();
  const formats = new Set(said.flatMap(({ limits }) => limits.get("format")?.value ?? []));
  const [format] = [...formats].filter((one) => typeof one === "string" && formats.size === 1);
  const none = all.length === 0 ? "never" : "null";
  const written = all[0]?.parts.find((part) => part.written.$ref === undefined)?.pointer;
  return {
    pointer: (refers ? written : undefined) ?? view[0] ?? "#",
    type: types.includes("any")
      ? "any"
      : (types.join(" | ") || none) + (format === undefined ? "" : `(${format})`),
    nullable: all.some(({ type }) => type === "null"),
    values: new Map(
      said.flatMap(({ values }) => values?.value ?? []).map((value) => [JSON.stringify(value), value]),
    ),
    said,
    objects: objects ?? [],
    arrays: arrays ?? [],
  };
}

const nothing: Alternative = { type: "any", parts: [], names: [], tags: new Map() };

/** Whether these are variants: there are several, or a discriminator tells the only one from others. */
export function isUnion(all: readonly Alternative[]): boolean {
  return all.length > 1 || all.some(({ tags }) => tags.size > 0);
}

/** What is said of all alternatives alike. */
export function sharedParts([first, ...others]: readonly Alternative[]): Alternative["parts"] {
  const pointers = others.map(({ parts }) => new Set(parts.map(({ pointer }) => pointer)));
  return (first?.parts ?? []).filter(({ pointer }) => pointers.every((some) => some.has(pointer)));
}

/** Whether a schema only refers to another one. */
export function isReference(form: NormalDocument, [pointer = "#"]: readonly string[]): boolean {
  return typeof Object(referenceTarget(form.document, pointer)).$ref === "string";
}
