import type { SchemaRule } from "./schema-rules.ts";

/** A difference between two schemas. */
export interface Finding {
  readonly rule: SchemaRule;
  /** Pointer into the new document, if the place exists there. */
  readonly head?: string | undefined;
  /** Pointer into the old document, if the place exists there. */
  readonly base?: string | undefined;
  /** Pointer to the object that the message names, if it is another one. */
  readonly place?: string | undefined;
  readonly name?: string;
  readonly from?: unknown;
  readonly to?: unknown;
}

/** Two views of the same value: pointers of the schemas that apply to it in each document. */
export type ViewPair = readonly [base: readonly string[], head: readonly string[]];

/** Differences between two schemas, and the schemas inside them that remain to be compared. */
export interface Findings {
  readonly found: Finding[];
  readonly inside: ViewPair[];
}
