import { type Alternative, type NormalDocument, pointerTokens, tagsOf } from "@np6/openapi-document";

/** The property whose values tell variants apart; `undefined` when there is none. */
export function toldApartBy(form: NormalDocument, variants: readonly Alternative[]): string | undefined {
  const [named] = variants.flatMap(({ tags }) => [...tags.keys()]);
  if (named !== undefined || variants.length < 2) return named;
  const [first, ...others] = variants.map((one) => form.facts(one).properties);
  const tags = variants.map((one) => tagsOf(form, one));
  return [...(first?.keys() ?? [])].find((name) => {
    const known = tags.filter((some) => some.has(name)).length;
    return others.every((properties) => properties.has(name)) && known > 0 && known >= variants.length - 1;
  });
}

/** Variants by name, and the one that stands for every other value, where there is one. */
export interface NamedVariants {
  readonly named: ReadonlyMap<string, Alternative>;
  readonly rest: Alternative | undefined;
}

/**
 * Gives each variant the names that it has on the wire: its values of the property that tells it apart; without one, the
 * name of its schema.
 */
export function nameVariants(
  form: NormalDocument,
  variants: readonly Alternative[],
  property: string | undefined,
): NamedVariants {
  const named = new Map<string, Alternative>();
  const unnamed: Alternative[] = [];
  for (const variant of variants) {
    const values = property === undefined ? undefined : tagsOf(form, variant).get(property);
    if (values === undefined || isRest(form, variant, property)) unnamed.push(variant);
    else for (const value of values) named.set(String(JSON.parse(value)), variant);
  }
  const [first] = unnamed;
  if (property !== undefined && unnamed.length < 2) return { named, rest: first };
  for (const variant of unnamed) named.set(schemaName(variant), variant);
  return { named, rest: undefined };
}

/** Whether its values are all others than those of the other variants, as the curated spec says it. */
function isRest(form: NormalDocument, variant: Alternative, property = ""): boolean {
  const values = form.alternatives(form.facts(variant).properties.get(property) ?? []);
  return values.some((value) => form.facts(value).limits.has("not"));
}

function schemaName({ names, variant = "#", type }: Alternative): string {
  return pointerTokens(variant).at(-1) ?? names.at(-1) ?? type;
}
