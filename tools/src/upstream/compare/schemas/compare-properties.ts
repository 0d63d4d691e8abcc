import { foldSchema } from "../../schema/fold-schema.ts";
import type { SchemaView } from "../../schema/schema-view.ts";
import { typeText } from "../../schema/type-text.ts";
import { compareMaps } from "../compare-maps.ts";
import type { Difference } from "../difference.ts";
import { gradeAt, weakestGrade } from "../grade-at.ts";
import { stateDifference } from "../state-difference.ts";
import { lacks, says } from "../statement.ts";
import { stepInto } from "../step-into.ts";
import type { SchemaComparison } from "./schema-comparison.ts";
import type { SchemaPair } from "./schema-pair.ts";

/**
 * Compares the properties of two objects: which there are, which are required, and what each is.
 * @param leave - names of properties that are compared elsewhere
 */
export function compareProperties(
  comparison: SchemaComparison,
  pair: SchemaPair,
  leave: ReadonlySet<string> = new Set(),
): Difference[] {
  const { vendor, curated } = pair;
  const place = (name: string) => stepInto(pair.place, `.${name}`);
  return compareMaps(
    without(vendor.properties, leave),
    without(curated.properties, leave),
    (name, there, here) => [lackingProperty(comparison, pair, name, there, here)],
    (name, there, here) => [
      ...compareRequired(comparison, pair, name, there, here),
      ...comparison.compare(there, here, place(name)),
    ],
  );
}

function without<T>(map: ReadonlyMap<string, T>, leave: ReadonlySet<string>): ReadonlyMap<string, T> {
  return new Map([...map].filter(([name]) => !leave.has(name)));
}

function lackingProperty(
  { documents }: SchemaComparison,
  pair: SchemaPair,
  name: string,
  there: SchemaView | undefined,
  here: SchemaView | undefined,
): Difference {
  const describe = (side: "vendor" | "curated", view: SchemaView) => {
    const required = pair[side].required.has(name) ? ", required" : "";
    return says(ownPointer(view), typeText(foldSchema(documents[side], view)) + required);
  };
  return stateDifference(documents, "property", stepInto(pair.place, `.${name}`), {
    vendor: there ? describe("vendor", there) : lacks(pair.vendorPointer),
    curated: here ? describe("curated", here) : lacks(pair.curatedPointer),
    name: `.${name}`,
  });
}

function compareRequired(
  { documents }: SchemaComparison,
  pair: SchemaPair,
  name: string,
  there: SchemaView,
  here: SchemaView,
): Difference[] {
  const state = (side: "vendor" | "curated", view: SchemaView) =>
    pair[side].required.has(name) ? says(ownPointer(view), "required") : lacks(ownPointer(view), "optional");
  const vendor = state("vendor", there);
  const curated = state("curated", here);
  if (vendor.present === curated.present) return [];
  const stated = stateDifference(documents, "required", stepInto(pair.place, `.${name}`), {
    vendor,
    curated,
  });
  // The object lists what is required: it may be known less well than the property.
  const ofObject = curated.present ? gradeAt(documents.curated, pair.curatedPointer) : undefined;
  return [{ ...stated, grade: weakestGrade([stated.grade, ofObject]) }];
}

function ownPointer({ parts }: SchemaView): string {
  return parts[0]?.pointer ?? "";
}
