import type { JsonObject } from "../pointer/json-object.ts";

/** A schema that applies to a value. */
export interface Part {
  /** Its own keywords in JSON Schema 2020-12, without `$ref`, `allOf`, `oneOf` and `anyOf`. */
  readonly own: JsonObject;
  /** The schema as the document writes it. */
  readonly written: JsonObject;
  readonly pointer: string;
}

/** A type of JSON values; `any` stands for all types when no keyword restricts them. */
export type NormalType = "null" | "boolean" | "string" | "integer" | "number" | "array" | "object" | "any";

/** The values of one type that satisfy all of the parts. */
export interface Alternative {
  readonly type: NormalType;
  readonly parts: readonly Part[];
  /** Names of the component schemas on the way to it, the outermost first. */
  readonly names: readonly string[];
  /** Values that discriminators assign to a property, by the property's name. */
  readonly tags: ReadonlyMap<string, readonly string[]>;
  /** Pointer to the variant's schema, after references are followed; with nested variants, the innermost. */
  readonly variant?: string | undefined;
}
