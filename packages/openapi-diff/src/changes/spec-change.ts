import type { SourceLocation } from "@np6/openapi-document";
import type { Bump } from "./bump.ts";

/** The direction of a part of the document, as the client sees it: sent in requests, or read from responses. */
export type Direction = "request" | "response";

/** Kind of a break: old code no longer compiles (`types`), or compiles and fails at run time (`wire`). */
export type Breaks = "types" | "wire";

/** The statement that a sample proves. */
export type Shown =
  | "was valid, is not"
  | "was not valid, is"
  | "was described, is not"
  | "means something else";

/** A change between two documents. */
export interface SpecChange {
  /** JSON Pointer into the new document; into the old one for a removed part. */
  readonly pointer: string;
  /** The operation, when the change concerns exactly one. */
  readonly operationId?: string;
  /** Absent for a part that is neither sent nor read. A schema of both directions has a change for each. */
  readonly direction?: Direction;
  readonly bump: Bump;
  /** Kinds of breaks; absent unless the change is major. */
  readonly breaks?: readonly Breaks[];
  /** A sentence for the changelog. */
  readonly message: string;
  /** Identifies the change in later comparisons: 12 hexadecimal digits, present in every result. */
  readonly fingerprint?: string;
  /**
   * Code that compiles with the old types only, and its possible rewrite. A comparison leaves it out; the code
   * generator looks for such code and compiles it.
   */
  readonly witness?: { readonly before: string; readonly after?: string };
  /**
   * A value, or a whole request or response, that is valid in one of the documents only. The code generator looks for a
   * request that became invalid, or a response that became possible.
   */
  readonly sample?: unknown;
  /** The statement that the sample proves; present with a sample. */
  readonly shows?: Shown;
  /** Present when no sample was found for a break on the wire. */
  readonly unshown?: true;
  /** Present when no witness was found. */
  readonly unproved?: true;
  /** File and line of the change, when the documents were read from files; in the old file for a removed part. */
  readonly location?: SourceLocation;
}

/** The changes between two documents, largest first. */
export interface SpecDiff {
  /** The largest bump of all changes. */
  readonly bump: Bump;
  readonly changes: readonly SpecChange[];
}
