import {
  type Alternative,
  type AlternativeFacts,
  childPointer,
  type NormalType,
  pairAlternatives,
  tagsOf,
} from "@np6/openapi-document";
import type { Direction } from "../changes/spec-change.ts";
import { compareAnnotations } from "./compare-annotations.ts";
import { compareFacts } from "./compare-facts.ts";
import type { Findings, SchemaPair, ViewPair } from "./finding.ts";
import type { Side } from "./side.ts";

type Alternatives = readonly Alternative[];

const WHOLE: ReadonlySet<NormalType> = new Set(["integer", "number"]);

/** Compares two schemas one level deep. Schemas inside them are only listed, for a separate comparison. */
export function compareAlternatives(base: Side, head: Side, direction: Direction, views: ViewPair): Findings {
  const [oldView, nowView] = views;
  const [oldPlace = "#"] = oldView;
  const [nowPlace = "#"] = nowView;
  const context: SchemaPair = { base, head, direction, oldPlace, nowPlace, found: [], inside: [] };
  const [old, now] = [base.alternatives(oldView), head.alternatives(nowView)];
  const isAny = (all: Alternatives) => all.some(({ type }) => type === "any");
  if (isAny(old) !== isAny(now)) {
    const rule = isAny(now) ? "any type" : "no longer any type";
    context.found.push({ rule, ...placesOf(context, old, now), to: typeNames(now) });
    return context;
  }
  const [oldTypes, nowTypes] = [kindsOf(old), kindsOf(now)];
  const gone = [...oldTypes.keys()].filter((type) => !nowTypes.has(type));
  const come = [...nowTypes.keys()].filter((type) => !oldTypes.has(type));
  compareTypes(context, old, now, gone, come);
  for (const [type, before] of oldTypes) {
    const after = nowTypes.get(type);
    if (after !== undefined) compareOfType(context, before, after);
  }
  return context;
}

/** Groups alternatives by type; integers count as numbers. */
function kindsOf(all: Alternatives): Map<NormalType, Alternative[]> {
  const kinds = new Map<NormalType, Alternative[]>();
  for (const one of all) {
    const kind = WHOLE.has(one.type) ? "number" : one.type;
    kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
  }
  return kinds;
}

function compareTypes(
  context: SchemaPair,
  old: Alternatives,
  now: Alternatives,
  gone: readonly NormalType[],
  come: readonly NormalType[],
): void {
  const { found } = context;
  const places = placesOf(context, old, now);
  const withoutNull = (types: readonly NormalType[]) => types.filter((type) => type !== "null");
  const [lost, taken] = [withoutNull(gone), withoutNull(come)];
  if (lost.length > 0 && taken.length > 0) {
    const [from, to] = [names(old, lost), names(now, taken)];
    found.push({ rule: "type other", ...places, from, to });
  } else {
    if (lost.length > 0) found.push({ rule: "type gone", ...places, from: names(old, lost) });
    if (taken.length > 0) found.push({ rule: "type new", ...places, to: names(now, taken) });
  }
  if (gone.includes("null")) found.push({ rule: "null gone", ...places });
  if (come.includes("null")) found.push({ rule: "null new", ...places });
}

function compareOfType(context: SchemaPair, before: Alternatives, after: Alternatives): void {
  const { base, head } = context;
  const lists = (side: Side, all: Alternatives) => all.every((one) => side.facts(one).values !== undefined);
  const isScalar = before[0]?.type !== "object" && before[0]?.type !== "array";
  if (isScalar && (before.length > 1 || after.length > 1) && lists(base, before) && lists(head, after)) {
    compareValues(context, before, after);
    return;
  }
  const { pairs, gone, come } = pairAlternatives(base, head, before, after);
  for (const [one, other] of pairs) compareOne(context, one, other);
  for (const variant of gone) {
    const pointer = variantPointer(variant, context.oldPlace);
    context.found.push({ rule: "variant gone", base: pointer, name: calledBy(variant) });
  }
  for (const variant of come) {
    const rule = isExpected(context, before, variant) ? "variant new, expected" : "variant new";
    context.found.push({ rule, head: variantPointer(variant, context.nowPlace), name: calledBy(variant) });
  }
}

function compareOne(context: SchemaPair, one: Alternative, other: Alternative): void {
  const { base, head } = context;
  const [old, now] = [base.facts(one), head.facts(other)];
  const [oldPlace, nowPlace] = [placeOf(one, context.oldPlace), placeOf(other, context.nowPlace)];
  if (
    one.type !== other.type &&
    WHOLE.has(one.type) &&
    old.values === undefined &&
    now.values === undefined
  ) {
    const rule = other.type === "number" ? "number wider" : "number narrower";
    context.found.push({ rule, ...placesOf(context, [one], [other]) });
  }
  compareValues(context, [one], [other]);
  const spelledOpen = one.parts.some(({ own }) => (own.additionalProperties ?? false) !== false);
  const pair = { ...context, old, now, oldPlace, nowPlace, spelledOpen };
  compareFacts(pair);
  compareAnnotations(pair);
}

function compareValues(context: SchemaPair, before: Alternatives, after: Alternatives): void {
  const { base, head, found } = context;
  const [old, now] = [listed(base, before), listed(head, after)];
  if (old === undefined && now === undefined) return;
  const place = placeOf(after[0], context.nowPlace);
  const pointers = {
    base: old?.pointer ?? childPointer(placeOf(before[0], context.oldPlace), "enum"),
    head: now?.pointer ?? childPointer(place, "enum"),
    place,
  };
  const type = typeNames(after);
  if (old === undefined) found.push({ rule: "values closed", ...pointers, to: now?.values });
  else if (now === undefined) found.push({ rule: "values open", ...pointers, to: type });
  else {
    const gone = [...old.texts].filter((text) => !now.texts.has(text));
    const come = [...now.texts].filter((text) => !old.texts.has(text));
    const [from, to] = [gone, come].map((texts) => texts.map((text) => JSON.parse(text) as unknown));
    if (gone.length > 0) found.push({ rule: "value gone", ...pointers, from });
    const [only] = before;
    const isExpectedValue = before.length === 1 && only !== undefined && base.expectsMore(only);
    if (come.length > 0)
      found.push({ rule: isExpectedValue ? "value new, expected" : "value new", ...pointers, to });
  }
}

interface Listed {
  readonly texts: ReadonlySet<string>;
  readonly values: readonly unknown[];
  readonly pointer: string;
}

function listed(side: Side, all: Alternatives): Listed | undefined {
  const facts = all.map((one) => side.facts(one).values);
  const [first] = facts;
  if (first === undefined || facts.includes(undefined)) return undefined;
  const values = facts.flatMap((fact) => fact?.value ?? []);
  return { texts: new Set(values.map((value) => JSON.stringify(value))), values, pointer: first.pointer };
}

/** Whether old code handles an unknown variant: the union had a variant for all other values of a property. */
function isExpected({ base, head }: SchemaPair, before: Alternatives, variant: Alternative): boolean {
  const tags = tagsOf(head, variant);
  return before.some((one) =>
    [...base.facts(one).properties].some(([name, view]) => {
      const values = tags.get(name);
      return (
        values !== undefined && base.alternatives(view).some((value) => isOther(base.facts(value), values))
      );
    }),
  );
}

function isOther({ limits }: AlternativeFacts, values: ReadonlySet<string>): boolean {
  const excluded = Object(limits.get("not")?.value).enum as unknown;
  return Array.isArray(excluded) && !excluded.some((value) => values.has(JSON.stringify(value)));
}

/** Returns the pointers to the `type` keywords. */
function placesOf(context: SchemaPair, old: Alternatives, now: Alternatives) {
  const at = (all: Alternatives, place: string) => {
    const part = all.flatMap(({ parts }) => parts).find(({ own }) => own.type !== undefined);
    return part === undefined ? place : childPointer(part.pointer, "type");
  };
  return { base: at(old, context.oldPlace), head: at(now, context.nowPlace), place: context.nowPlace };
}

/** Returns the pointer to the schema of an alternative, or of its component. */
function placeOf(alternative: Alternative | undefined, place: string): string {
  return alternative?.parts.find(({ own }) => Object.keys(own).length > 0)?.pointer ?? place;
}

/** Names the component of a variant, for the end of a sentence. */
function calledBy({ names }: Alternative): string {
  const name = names.at(-1);
  return name === undefined ? "" : `: \`${name}\``;
}

function variantPointer({ parts }: Alternative, place: string): string {
  return parts.findLast(({ pointer }) => /\/(?:oneOf|anyOf)\/\d+$/.test(pointer))?.pointer ?? place;
}

function names(all: Alternatives, kinds: readonly NormalType[]): string {
  return typeNames(all.filter(({ type }) => kinds.includes(WHOLE.has(type) ? "number" : type)));
}

function typeNames(all: Alternatives): string {
  return [...new Set(all.map(({ type }) => type))].join(" | ");
}
