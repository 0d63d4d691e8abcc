import type { SchemaView } from "./schema-view.ts";

/** An object that comes in variants. */
export interface SchemaUnion {
  /** The property that tells the variants apart; absent when only their types do. */
  readonly property: string | undefined;
  /** By the value of that property, or by type. */
  readonly variants: ReadonlyMap<string, SchemaView>;
  /** What every other value of the property stands for; absent when the document names none. */
  readonly rest: SchemaView | undefined;
}

/**
 * What a schema says, with everything that holds at once folded into one. Whether an object may have further properties
 * is not in it: the curated spec decides that by rules of its own.
 */
export interface SchemaShape {
  /** JSON types without `null`; absent when any value will do. */
  readonly types: ReadonlySet<string> | undefined;
  readonly nullable: boolean;
  readonly format: string | undefined;
  /** The known values as JSON text, whether or not others may come. */
  readonly enumeration: readonly string[] | undefined;
  readonly deprecated: boolean;
  /** Keywords that limit a value, such as `maxLength`, with their value as JSON text. */
  readonly limits: ReadonlyMap<string, string>;
  readonly properties: ReadonlyMap<string, SchemaView>;
  readonly required: ReadonlySet<unknown>;
  readonly items: SchemaView | undefined;
  /** Schema of the values of a map; absent when nothing is said of them. */
  readonly values: SchemaView | undefined;
  readonly union: SchemaUnion | undefined;
}
