import { pointerTokens } from "../pointer/json-pointer.ts";
import type { Alternative } from "./alternative.ts";
import type { NormalDocument } from "./normal-document.ts";
import { pairAlternatives, tagsOf } from "./pair-alternatives.ts";
import { areVariants } from "./value-shape.ts";

/** The named variants of an object. */
export interface NamedVariants {
  /** The property whose values distinguish the variants; `undefined` when there is none. */
  readonly told: string | undefined;
  /** By the values of that property; without such a property, by the name of their schema. */
  readonly named: ReadonlyMap<string, Alternative>;
  /** The variant for every other value of the property, if there is one. */
  readonly rest: Alternative | undefined;
}

/**
 * Pairs the variants of two documents: by name if each document has a distinguishing property, otherwise like other
 * alternatives.
 * @returns the variants of both; paired variants have the same name
 */
export function pairVariants(
  base: NormalDocument,
  head: NormalDocument,
  old: readonly Alternative[],
  now: readonly Alternative[],
): readonly [NamedVariants, NamedVariants] {
  const [before, after] = [nameVariants(base, old), nameVariants(head, now)];
  const isNamed = before.told !== undefined && after.told !== undefined;
  if (isNamed || !areVariants(old) || !areVariants(now)) return [before, after];
  const { pairs } = pairAlternatives(base, head, [...before.named.values()], [...after.named.values()]);
  const names = new Map([...after.named].map(([name, variant]) => [variant, name]));
  const others = new Map(pairs.map(([one, other]) => [one, names.get(other)]));
  const renamed = [...before.named].map(([name, variant]) => {
    const own = after.named.has(name) ? `other ${name}` : name;
    return [others.get(variant) ?? own, variant] as const;
  });
  return [{ ...before, named: new Map(renamed) }, after];
}

function nameVariants(form: NormalDocument, variants: readonly Alternative[]): NamedVariants {
  const told = toldApartBy(form, variants);
  const named = new Map<string, Alternative>();
  const unnamed: Alternative[] = [];
  for (const variant of variants) {
    const values = told === undefined ? undefined : tagsOf(form, variant).get(told);
    if (values === undefined || isRest(form, variant, told)) unnamed.push(variant);
    else for (const value of values) named.set(String(JSON.parse(value)), variant);
  }
  if (told !== undefined && unnamed.length < 2) return { told, named, rest: unnamed[0] };
  for (const variant of unnamed) named.set(schemaName(variant), variant);
  return { told, named, rest: undefined };
}

/** Finds the discriminator, or the first property that all variants have and that has tags in all but one. */
function toldApartBy(form: NormalDocument, variants: readonly Alternative[]): string | undefined {
  const [named] = variants.flatMap(({ tags }) => [...tags.keys()]);
  if (named !== undefined || variants.length < 2) return named;
  const [first, ...others] = variants.map((one) => form.facts(one).properties);
  const tags = variants.map((one) => tagsOf(form, one));
  return [...(first?.keys() ?? [])].find((name) => {
    const known = tags.filter((some) => some.has(name)).length;
    return others.every((properties) => properties.has(name)) && known > 0 && known >= variants.length - 1;
  });
}

/** Whether the variant's property allows every value but those of the other variants, by `not`. */
function isRest(form: NormalDocument, variant: Alternative, property = ""): boolean {
  const values = form.alternatives(form.facts(variant).properties.get(property) ?? []);
  return values.some((value) => form.facts(value).limits.has("not"));
}

function schemaName({ names, variant = "#", type }: Alternative): string {
  return pointerTokens(variant).at(-1) ?? names.at(-1) ?? type;
}
