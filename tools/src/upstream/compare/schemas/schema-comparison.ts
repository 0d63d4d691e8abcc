import type { SchemaView } from "../../schema/schema-view.ts";
import type { Difference } from "../difference.ts";
import type { Documents } from "../documents.ts";
import type { SchemaPair } from "./schema-pair.ts";

/** Compares schemas of two documents; whatever stands for the same thing on both sides is compared once. */
export interface SchemaComparison {
  readonly documents: Documents;
  /** Compares the schemas at two pointers. */
  compareAt(vendorPointer: string, curatedPointer: string, place: string): Difference[];
  /** Compares two views. */
  compare(vendor: SchemaView, curated: SchemaView, place: string): Difference[];
  /** Compares what is inside two shapes: properties, elements, values of a map. */
  compareInside(pair: SchemaPair): Difference[];
}
