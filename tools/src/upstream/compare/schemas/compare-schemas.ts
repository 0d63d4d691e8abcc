import { foldSchema } from "../../schema/fold-schema.ts";
import { type SchemaView, viewSchema } from "../../schema/schema-view.ts";
import type { Difference } from "../difference.ts";
import type { Documents } from "../documents.ts";
import { compareFacts } from "./compare-facts.ts";
import { compareProperties } from "./compare-properties.ts";
import { compareVariants } from "./compare-variants.ts";
import type { SchemaComparison } from "./schema-comparison.ts";
import type { SchemaPair } from "./schema-pair.ts";

/** Starts a comparison: nothing is compared yet. */
export function createSchemaComparison(documents: Documents): SchemaComparison {
  const compared = new Set<string>();
  const comparison: SchemaComparison = {
    documents,
    compareAt: (vendor, curated, place) =>
      comparison.compare(viewSchema(documents.vendor, vendor), viewSchema(documents.curated, curated), place),
    compare(vendor, curated, place) {
      const key = `${identity(vendor)} ${identity(curated)}`;
      if (compared.has(key)) return [];
      compared.add(key);
      const pair = createPair(documents, vendor, curated, place);
      return [...compareFacts(documents, pair), ...comparison.compareInside(pair)];
    },
    compareInside(pair) {
      const { vendor, curated } = pair;
      const both = (type: string) => vendor.types?.has(type) === true && curated.types?.has(type) === true;
      if (!both("array") && !both("object")) return [];
      if (vendor.union !== undefined || curated.union !== undefined) return compareVariants(comparison, pair);
      return [
        ...(both("array") ? compareNested(comparison, pair, "items", "[]") : []),
        ...(both("object") ? compareProperties(comparison, pair) : []),
        ...(both("object") ? compareNested(comparison, pair, "values", ".*") : []),
      ];
    },
  };
  return comparison;
}

function identity({ parts, taken }: SchemaView): string {
  return [...parts.map(({ pointer }) => pointer), ...taken].join(" ");
}

function createPair(
  documents: Documents,
  vendor: SchemaView,
  curated: SchemaView,
  place: string,
): SchemaPair {
  const refers = isReference(vendor) && isReference(curated);
  return {
    vendor: foldSchema(documents.vendor, vendor),
    curated: foldSchema(documents.curated, curated),
    vendorPointer: pointerOf(vendor, refers),
    curatedPointer: pointerOf(curated, refers),
    place,
  };
}

function isReference({ parts }: SchemaView): boolean {
  return typeof parts[0]?.schema.$ref === "string";
}

/** Where both only refer to a schema, a difference belongs to the schemas; else to the place that is being compared. */
function pointerOf({ parts }: SchemaView, refers: boolean): string {
  return (refers ? parts.find(({ schema }) => schema.$ref === undefined) : parts[0])?.pointer ?? "";
}

function compareNested(
  comparison: SchemaComparison,
  pair: SchemaPair,
  member: "items" | "values",
  step: string,
): Difference[] {
  const there = pair.vendor[member];
  const here = pair.curated[member];
  if (there === undefined && here === undefined) return [];
  const keyword = member === "items" ? "items" : "additionalProperties";
  const anything = (pointer: string): SchemaView => ({
    parts: [{ pointer: `${pointer}/${keyword}`, schema: {} }],
    taken: new Set(),
  });
  return comparison.compare(
    there ?? anything(pair.vendorPointer),
    here ?? anything(pair.curatedPointer),
    pair.place + step,
  );
}
