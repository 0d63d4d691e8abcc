import {
  asList,
  asObject,
  childPointer,
  differingFacts,
  isJsonObject,
  pointerTokens,
  referenceTarget,
  sameJson,
} from "@np6/openapi-document";
import type { FactsPair } from "./finding.ts";
import type { SchemaRule } from "./schema-rules.ts";
import type { Side } from "./side.ts";
import { sunsetChange } from "./sunset-change.ts";

/** Keywords without meaning for consumers: names for references, and the dialect. */
const SILENT = new Set(["$schema", "$defs", "definitions", "$id", "$anchor", "nullable"]);
const MARKS: Readonly<Record<string, readonly [set: SchemaRule, unset: SchemaRule]>> = {
  readOnly: ["read only", "not read only"],
  writeOnly: ["write only", "not write only"],
  deprecated: ["deprecated", "text"],
};

/** Compares the annotations of two schemas: defaults, flags, discriminators, texts. */
export function compareAnnotations(pair: FactsPair): void {
  const { old, now, oldPlace, nowPlace, found } = pair;
  for (const { keyword, before, after } of differingFacts(old.annotations, now.annotations)) {
    if (SILENT.has(keyword)) continue;
    if (keyword === "discriminator") {
      compareDiscriminators(pair);
      continue;
    }
    found.push({
      rule: ruleOf(keyword, before?.value, after?.value),
      base: before?.pointer ?? childPointer(oldPlace, keyword),
      head: after?.pointer ?? childPointer(nowPlace, keyword),
      place: ownerOf(after?.pointer ?? before?.pointer) ?? nowPlace,
      name: keyword,
      from: before?.value,
      to: after?.value,
    });
  }
}

function ruleOf(keyword: string, before: unknown, after: unknown): SchemaRule {
  if (keyword === "x-sunset") return sunsetRule(before, after);
  if (keyword === "default") return before === undefined ? "default new" : "default other";
  const mark = Object.hasOwn(MARKS, keyword) ? MARKS[keyword] : undefined;
  if (mark === undefined) return "text";
  return after === true ? mark[0] : mark[1];
}

function sunsetRule(before: unknown, after: unknown): SchemaRule {
  if (before === undefined) return "sunset new";
  return sunsetChange(before, after)?.bump === "minor" ? "sunset earlier" : "sunset later";
}

function compareDiscriminators({ base, head, old, now, found }: FactsPair): void {
  const [before, after] = [old, now].map(({ annotations }) => annotations.get("discriminator"));
  const [from, to] = [before, after].map((fact) => (isJsonObject(fact?.value) ? fact.value : undefined));
  if (to === undefined || from === undefined || before === undefined || after === undefined) {
    const pointers = { base: before?.pointer, head: after?.pointer };
    const place = ownerOf(after?.pointer ?? before?.pointer);
    const rule = to === undefined ? "text" : "discriminator new";
    found.push({ rule, ...pointers, place, name: "discriminator", to: to?.propertyName });
    return;
  }
  const place = ownerOf(after.pointer);
  if (from.propertyName !== to.propertyName) {
    const at = (pointer: string) => childPointer(pointer, "propertyName");
    const pointers = { base: at(before.pointer), head: at(after.pointer) };
    found.push({
      rule: "discriminator other",
      ...pointers,
      place,
      from: from.propertyName,
      to: to.propertyName,
    });
  }
  const [known, valid] = [mappingOf(base, before.pointer, from), mappingOf(head, after.pointer, to)];
  const at = (pointer: string, value: string) => childPointer(childPointer(pointer, "mapping"), value);
  for (const value of new Set([...known.keys(), ...valid.keys()])) {
    const [target, other] = [known.get(value), valid.get(value)];
    const pointers = { base: at(before.pointer, value), head: at(after.pointer, value) };
    if (target === undefined) found.push({ rule: "discriminator value new", head: pointers.head, to: other });
    else if (other === undefined)
      found.push({ rule: "discriminator value gone", base: pointers.base, from: target });
    else if (target !== other && isComponent(base, other) && isComponent(head, target))
      found.push({
        rule: isAlike(base, target, other) ? "discriminator value other, alike" : "discriminator value other",
        ...pointers,
        from: target,
        to: other,
      });
  }
}

/** Maps discriminator values to component names. Without a mapping, a value is the name of a schema. */
function mappingOf(
  side: Side,
  pointer: string,
  discriminator: Readonly<Record<string, unknown>>,
): Map<string, string> {
  const nameOf = (reference: unknown) =>
    pointerTokens(`#/${String(reference).replace(/^#\//, "")}`).at(-1) ?? "";
  const written = Object.entries(asObject(discriminator.mapping));
  const map = new Map(written.map(([value, target]) => [value, nameOf(target)]));
  const { oneOf, anyOf } = asObject(referenceTarget(side.document, ownerOf(pointer) ?? "#"));
  for (const arm of [oneOf, anyOf].flatMap(asList)) {
    if (!isJsonObject(arm) || typeof arm.$ref !== "string") continue;
    const name = nameOf(arm.$ref);
    if (![...map.values()].includes(name)) map.set(name, name);
  }
  return map;
}

function isComponent({ document }: Side, name: string): boolean {
  return referenceTarget(document, childPointer("#/components/schemas", name)) !== undefined;
}

/** Whether two components are equivalent, so that their types are interchangeable. */
function isAlike({ document }: Side, name: string, other: string): boolean {
  const [one, two] = [name, other].map((component) =>
    referenceTarget(document, childPointer("#/components/schemas", component)),
  );
  return sameJson(one, two);
}

function ownerOf(pointer: string | undefined): string | undefined {
  return pointer?.slice(0, pointer.lastIndexOf("/"));
}
