import type { AlternativeFacts } from "@np6/openapi-document";
import type { Direction } from "../changes/spec-change.ts";
import type { SchemaRule } from "./schema-rules.ts";
import type { Side } from "./side.ts";

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

/** Two schemas under comparison, and what was found in them so far. */
export interface SchemaPair extends Findings {
  readonly base: Side;
  readonly head: Side;
  readonly direction: Direction;
  /** Pointers to both schemas. */
  readonly oldPlace: string;
  readonly nowPlace: string;
}

/** Two alternatives for the same values. */
export interface FactsPair extends SchemaPair {
  readonly old: AlternativeFacts;
  readonly now: AlternativeFacts;
  /** Whether the old schema states that it accepts other properties, so that its type does too. */
  readonly spelledOpen: boolean;
}
