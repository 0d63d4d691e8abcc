import { foldSchema } from "../../schema/fold-schema.ts";
import type { SchemaView } from "../../schema/schema-view.ts";
import { writtenAt } from "../../schema/written-at.ts";
import { compareMaps } from "../compare-maps.ts";
import type { Difference } from "../difference.ts";
import { stateDifference } from "../state-difference.ts";
import { lacks, says } from "../statement.ts";
import { stepInto } from "../step-into.ts";
import { compareFacts } from "./compare-facts.ts";
import { compareProperties } from "./compare-properties.ts";
import { compareWithOne } from "./compare-with-one.ts";
import type { SchemaComparison } from "./schema-comparison.ts";
import type { SchemaPair } from "./schema-pair.ts";

const none: ReadonlyMap<string, SchemaView> = new Map();

/**
 * Compares objects that come in variants, variant by variant. The property that tells them apart is not compared: it is
 * what names them. Where only one side has variants, each of them is compared with the other side's one object.
 */
export function compareVariants(comparison: SchemaComparison, pair: SchemaPair): Difference[] {
  const there = pair.vendor.union;
  const here = pair.curated.union;
  const discriminators = new Set([there?.property, here?.property].filter((name) => name !== undefined));
  return [
    ...compareDiscriminators(comparison, pair),
    ...compareMaps(
      there?.variants ?? none,
      here?.variants ?? none,
      // The types of the whole say it already.
      (name, vendor, curated) =>
        discriminators.size === 0 ? [] : [lackingVariant(comparison, pair, name, vendor, curated)],
      (name, vendor, curated) => {
        const variant = variantPair(comparison, pair, name, vendor, curated);
        return compareVariant(comparison, variant, discriminators);
      },
    ),
    ...(there === undefined || here === undefined ? compareWithOne(comparison, pair, discriminators) : []),
  ];
}

function compareDiscriminators({ documents }: SchemaComparison, pair: SchemaPair): Difference[] {
  const there = pair.vendor.union?.property;
  const here = pair.curated.union?.property;
  if (there === undefined || here === undefined || there === here) return [];
  return [
    stateDifference(documents, "variant", pair.place, {
      vendor: says(pair.vendorPointer, `told apart by ${there}`),
      curated: says(pair.curatedPointer, `told apart by ${here}`),
    }),
  ];
}

function lackingVariant(
  { documents }: SchemaComparison,
  pair: SchemaPair,
  name: string,
  there: SchemaView | undefined,
  here: SchemaView | undefined,
): Difference {
  return stateDifference(documents, "variant", stepInto(pair.place, `<${name}>`), {
    vendor: there ? says(writtenAt(there), name) : lacks(pair.vendorPointer),
    curated: here ? says(writtenAt(here), name) : lacks(pair.curatedPointer),
    name: `<${name}>`,
  });
}

function variantPair(
  { documents }: SchemaComparison,
  pair: SchemaPair,
  name: string,
  there: SchemaView,
  here: SchemaView,
): SchemaPair {
  return {
    vendor: foldSchema(documents.vendor, there),
    curated: foldSchema(documents.curated, here),
    vendorPointer: writtenAt(there),
    curatedPointer: writtenAt(here),
    place: stepInto(pair.place, `<${name}>`),
  };
}

function compareVariant(
  comparison: SchemaComparison,
  pair: SchemaPair,
  discriminators: ReadonlySet<string>,
): Difference[] {
  // Whether there may be null instead is said of the whole.
  const facts = compareFacts(comparison.documents, pair).filter(({ fact }) => fact !== "null");
  return [
    ...facts,
    ...(discriminators.size === 0 || pair.vendor.union !== undefined || pair.curated.union !== undefined
      ? comparison.compareInside(pair)
      : compareProperties(comparison, pair, discriminators)),
  ];
}
