import type { SchemaShape } from "../../schema/schema-shape.ts";
import { typeText } from "../../schema/type-text.ts";
import type { Difference, Fact } from "../difference.ts";
import type { Documents } from "../documents.ts";
import { stateDifference } from "../state-difference.ts";
import { lacks, says } from "../statement.ts";
import type { SchemaPair } from "./schema-pair.ts";

/** Compares what two schemas say of the value itself, not of its inside. */
export function compareFacts(documents: Documents, pair: SchemaPair): Difference[] {
  return [
    ...compareTypes(documents, pair),
    ...compareNull(documents, pair),
    ...compareFlag(documents, pair, "deprecated", (shape) => shape.deprecated, ["deprecated", "current"]),
    ...compareValues(documents, pair),
    ...compareLimits(documents, pair),
  ];
}

function compareTypes(documents: Documents, pair: SchemaPair): Difference[] {
  const there = typeText(pair.vendor);
  const here = typeText(pair.curated);
  if (there === here) return [];
  // "Any value" says nothing: a document that does not know the type lacks it, and contradicts nobody.
  const state = (text: string, pointer: string) =>
    text === "any" ? lacks(pointer, text) : says(pointer, text);
  const statements = { vendor: state(there, pair.vendorPointer), curated: state(here, pair.curatedPointer) };
  return [stateDifference(documents, "type", pair.place, statements)];
}

function compareNull(documents: Documents, pair: SchemaPair): Difference[] {
  // Any value may be null too: then the type is the difference.
  if (pair.vendor.types === undefined || pair.curated.types === undefined) return [];
  return compareFlag(documents, pair, "null", (shape) => shape.nullable, ["nullable", "never null"]);
}

function compareFlag(
  documents: Documents,
  pair: SchemaPair,
  fact: Fact,
  flag: (shape: SchemaShape) => boolean,
  [yes, no]: readonly [string, string],
): Difference[] {
  const there = flag(pair.vendor);
  const here = flag(pair.curated);
  if (there === here) return [];
  const state = (value: boolean, pointer: string) => (value ? says(pointer, yes) : lacks(pointer, no));
  const statements = {
    vendor: state(there, pair.vendorPointer),
    curated: state(here, pair.curatedPointer),
  };
  return [stateDifference(documents, fact, pair.place, statements)];
}

function compareValues(documents: Documents, pair: SchemaPair): Difference[] {
  const there = pair.vendor.enumeration ?? [];
  const here = pair.curated.enumeration ?? [];
  const values = [...new Set([...here, ...there])];
  return values
    .filter((value) => !there.includes(value) || !here.includes(value))
    .map((value) => {
      const state = (list: readonly string[], pointer: string) =>
        list.includes(value) ? says(pointer, String(JSON.parse(value))) : lacks(pointer);
      const vendor = state(there, pair.vendorPointer);
      return stateDifference(documents, "value", pair.place, {
        vendor,
        curated: state(here, pair.curatedPointer),
      });
    });
}

function compareLimits(documents: Documents, pair: SchemaPair): Difference[] {
  const keywords = new Set([...pair.curated.limits.keys(), ...pair.vendor.limits.keys()]);
  return [...keywords].flatMap((keyword) => {
    const there = pair.vendor.limits.get(keyword);
    const here = pair.curated.limits.get(keyword);
    if (there === here) return [];
    const state = (value: string | undefined, pointer: string) =>
      value === undefined ? lacks(pointer, `no ${keyword}`) : says(pointer, `${keyword} ${value}`);
    const statements = {
      vendor: state(there, pair.vendorPointer),
      curated: state(here, pair.curatedPointer),
    };
    return [stateDifference(documents, "limit", pair.place, statements)];
  });
}
