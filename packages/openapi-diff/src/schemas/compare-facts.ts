import { childPointer, differingFacts, type Fact, isBound, isTighter } from "@np6/openapi-document";
import type { Direction } from "../changes/spec-change.ts";
import type { FactsPair } from "./finding.ts";
import type { Side } from "./side.ts";

/** Compares two alternatives: properties, elements and limits. */
export function compareFacts(pair: FactsPair): void {
  compareProperties(pair);
  compareRequired(pair);
  compareOthers(pair);
  compareElements(pair);
  compareLimits(pair);
}

function compareProperties({ base, head, direction, old, now, nowPlace, found, inside }: FactsPair): void {
  for (const [name, view] of old.properties) {
    const other = now.properties.get(name);
    if (other === undefined) {
      found.push({
        rule: now.closed === undefined ? "property gone" : "property refused",
        base: view[0],
        head: undefined,
      });
      continue;
    }
    // A property of the other direction only is not compared in this direction.
    const mark = direction === "request" ? "readOnly" : "writeOnly";
    if (base.isMarked(view, mark) && head.isMarked(other, mark)) continue;
    inside.push([view, other]);
  }
  for (const [name, view] of now.properties) {
    if (old.properties.has(name)) continue;
    const rule =
      now.required.has(name) && !isSkipped(head, view, direction) ? "required property new" : "property new";
    found.push({ rule, head: view[0] ?? nowPlace });
  }
}

/** Whether a property belongs to the other direction only, and so is not required in this one. */
function isSkipped(side: Side, view: readonly string[] | undefined, direction: Direction): boolean {
  return view !== undefined && side.isMarked(view, direction === "request" ? "readOnly" : "writeOnly");
}

function compareRequired({ base, head, direction, old, now, oldPlace, nowPlace, found }: FactsPair): void {
  const at = (place: string, pointer: string | undefined) => pointer ?? childPointer(place, "required");
  for (const name of new Set([...old.required.keys(), ...now.required.keys()])) {
    const [before, after] = [old.properties.get(name), now.properties.get(name)];
    const was = old.required.has(name) && !isSkipped(base, before, direction);
    const is = now.required.has(name) && !isSkipped(head, after, direction);
    if (was === is || (before === undefined) !== (after === undefined)) continue;
    const pointers = {
      base: at(oldPlace, old.required.get(name) ?? [...old.required.values()][0]),
      head: at(nowPlace, now.required.get(name) ?? [...now.required.values()][0]),
    };
    found.push({ rule: is ? "required" : "optional", ...pointers, place: nowPlace, name });
  }
}

function compareOthers(pair: FactsPair): void {
  const { old, now, nowPlace, spelledOpen, found } = pair;
  if (old.closed === undefined && now.closed !== undefined) {
    const name = now.closed.slice(now.closed.lastIndexOf("/") + 1);
    const takesOthers = spelledOpen || old.additional.length > 0 || old.properties.size === 0;
    const isTyped = name === "additionalProperties" && takesOthers;
    found.push({ rule: isTyped ? "closed, typed" : "closed", head: now.closed, place: nowPlace, name });
  }
  if (old.closed !== undefined && now.closed === undefined) {
    const at = childPointer(nowPlace, "additionalProperties");
    found.push({ rule: "opened", base: old.closed, head: at, place: nowPlace });
  }
  compareViews("additionalProperties", old.additional, now.additional, pair);
}

function compareElements(pair: FactsPair): void {
  const { old, now } = pair;
  compareViews("items", old.items, now.items, pair);
  for (const index of new Set([...old.prefixItems.keys(), ...now.prefixItems.keys()])) {
    const [before, after] = [old.prefixItems.get(index) ?? [], now.prefixItems.get(index) ?? []];
    compareViews("prefixItems", before, after, pair);
  }
}

/** Compares schemas that apply to a value; without any, every value is possible. */
function compareViews(
  name: string,
  before: readonly string[],
  after: readonly string[],
  { oldPlace, nowPlace, found, inside }: FactsPair,
): void {
  if (before.length > 0 && after.length > 0) inside.push([before, after]);
  else if (after.length > 0)
    found.push({ rule: "tighter", head: after[0], place: nowPlace, name, to: "a schema" });
  else if (before.length > 0) {
    const head = childPointer(nowPlace, name);
    const base = before[0] ?? oldPlace;
    found.push({ rule: "looser", base, head, place: nowPlace, name, from: "a schema" });
  }
}

function compareLimits({ old, now, nowPlace, found }: FactsPair): void {
  for (const { keyword, before, after } of differingFacts(old.limits, now.limits)) {
    found.push({
      rule: limitRule(keyword, before, after, now.closed !== undefined),
      base: before?.pointer,
      head: after?.pointer ?? childPointer(nowPlace, keyword),
      place: nowPlace,
      name: keyword,
      from: before?.value,
      to: after?.value,
    });
  }
}

/** Keywords that define an encoding: another value is neither stricter nor looser. */
const WRITTEN_AS = new Set(["contentEncoding", "contentMediaType", "contentSchema"]);
const INTEGERS = ["int32", "int64"];

function limitRule(keyword: string, before: Fact | undefined, after: Fact | undefined, isClosed: boolean) {
  if (WRITTEN_AS.has(keyword)) return "limit other";
  if (keyword === "not" && isRemainder(before) && isRemainder(after)) return "remainder";
  // In a closed object, `patternProperties` allows properties instead of restricting them.
  const opens = keyword === "patternProperties" && isClosed;
  // Every integer that JavaScript writes as JSON fits into 64 bits.
  if (
    keyword === "format" &&
    [before?.value, after?.value].every((value) => value === undefined || value === "int64")
  )
    return "text";
  if (before === undefined) return opens ? "looser" : "tighter";
  if (after === undefined) return opens ? "tighter" : "looser";
  if (isBound(keyword)) return isTighter(keyword, after.value, before.value) ? "tighter" : "looser";
  if (keyword === "format") {
    const [from, to] = [before, after].map(({ value }) => INTEGERS.indexOf(String(value)));
    if (from !== -1 && to !== -1) return (to ?? 0) < (from ?? 0) ? "tighter" : "looser";
  }
  if (keyword === "multipleOf") {
    if (Number(after.value) % Number(before.value) === 0) return "tighter";
    if (Number(before.value) % Number(after.value) === 0) return "looser";
  }
  return "limit other";
}

/** Whether a `not` only excludes a list of values, as in a variant for all other values. */
function isRemainder(fact: Fact | undefined): boolean {
  const value = fact?.value;
  return typeof value === "object" && value !== null && Object.keys(value).join() === "enum";
}
