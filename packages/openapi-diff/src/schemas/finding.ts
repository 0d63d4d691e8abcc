import type { SchemaRule } from "./schema-rules.ts";

/** Something that two schemas differ in. */
export interface Finding {
  readonly rule: SchemaRule;
  /** Where it stands in the new document, if it does. */
  readonly head?: string | undefined;
  /** Where it stands in the old one, if it does. */
  readonly base?: string | undefined;
  /** What is spoken of, when it is not what stands at the pointer. */
  readonly place?: string | undefined;
  readonly name?: string;
  readonly from?: unknown;
  readonly to?: unknown;
}

/** Schemas of both documents that describe the same thing: views, as pointers of schemas that hold together. */
export type ViewPair = readonly [base: readonly string[], head: readonly string[]];

/** What a comparison found in two schemas, and what it has to look into next. */
export interface Findings {
  readonly found: Finding[];
  readonly inside: ViewPair[];
}
