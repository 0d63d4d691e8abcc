import { foldSchema } from "../../schema/fold-schema.ts";
import type { SchemaShape, SchemaUnion } from "../../schema/schema-shape.ts";
import type { SchemaView } from "../../schema/schema-view.ts";
import { writtenAt } from "../../schema/written-at.ts";
import type { Difference } from "../difference.ts";
import { stepInto } from "../step-into.ts";
import { compareProperties } from "./compare-properties.ts";
import type { SchemaComparison } from "./schema-comparison.ts";
import type { SchemaPair } from "./schema-pair.ts";

const none: ReadonlyMap<string, SchemaView> = new Map();

/** Compares the variants of one side with the other side's one object: it may have the properties of any of them. */
export function compareWithOne(
  comparison: SchemaComparison,
  pair: SchemaPair,
  discriminators: ReadonlySet<string>,
): Difference[] {
  const union = pair.vendor.union ?? pair.curated.union;
  const isVendors = pair.vendor.union !== undefined;
  const one = isVendors ? pair.curated : pair.vendor;
  // An object of which nothing is said is not compared property by property.
  if (union === undefined || one.properties.size === 0) return [];
  const alternatives = alternativesOf(comparison, union, isVendors ? "vendor" : "curated");
  const anywhere = new Set(alternatives.flatMap(({ shape }) => [...shape.properties.keys()]));
  const compareOne = (shape: SchemaShape, pointer: string, step: string, leave: ReadonlySet<string>) =>
    compareProperties(
      comparison,
      {
        ...pair,
        ...(isVendors
          ? { vendor: shape, vendorPointer: pointer }
          : { curated: shape, curatedPointer: pointer }),
        place: stepInto(pair.place, step),
      },
      leave,
    );
  const nothing = { ...one, properties: none, union: undefined };
  return [
    ...alternatives.flatMap(({ name, shape, pointer }) => {
      const elsewhere = [...one.properties.keys()].filter((key) => !shape.properties.has(key));
      return compareOne(shape, pointer, `<${name}>`, discriminators.union(new Set(elsewhere)));
    }),
    ...compareOne(
      nothing,
      isVendors ? pair.vendorPointer : pair.curatedPointer,
      "",
      discriminators.union(anywhere),
    ),
  ];
}

function alternativesOf(
  { documents }: SchemaComparison,
  { variants, rest }: SchemaUnion,
  side: "vendor" | "curated",
): { name: string; shape: SchemaShape; pointer: string }[] {
  const views = [...variants, ...(rest === undefined ? [] : [["others", rest] as const])];
  return views.map(([name, view]) => ({
    name,
    shape: foldSchema(documents[side], view),
    pointer: writtenAt(view),
  }));
}
