import type { SchemaShape } from "../../schema/schema-shape.ts";

/** Two schemas that stand for the same thing, and where the difference between them is to be shown. */
export interface SchemaPair {
  readonly vendor: SchemaShape;
  readonly curated: SchemaShape;
  readonly vendorPointer: string;
  readonly curatedPointer: string;
  readonly place: string;
}
