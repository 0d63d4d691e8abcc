import type { JsonObject } from "../pointer/json-object.ts";

/** A schema that holds for a value, with the keywords that it says itself. */
export interface Part {
  /** Without `$ref`, `allOf`, `oneOf` and `anyOf`, in JSON Schema 2020-12. */
  readonly own: JsonObject;
  /** As the document has it. */
  readonly written: JsonObject;
  readonly pointer: string;
}

/** A type of JSON values; `any` stands for all that no keyword tells apart. */
export type NormalType = "null" | "boolean" | "string" | "integer" | "number" | "array" | "object" | "any";

/** What a value of one type can be: all of the parts hold for it. */
export interface Alternative {
  readonly type: NormalType;
  readonly parts: readonly Part[];
  /** Component schemas that it came through, the outermost first. */
  readonly names: readonly string[];
  /** What discriminators say of it: values of a property, by the property's name. */
  readonly tags: ReadonlyMap<string, readonly string[]>;
  /** Where the variant stands that it is, behind what only refers to it; the innermost, where variants have variants. */
  readonly variant?: string | undefined;
}
