import type { SourceLocation } from "@np6/openapi-document";
import type { Bump } from "./bump.ts";

/** Which way a part of the document travels, as the client sees it: what it sends, or what it reads. */
export type Direction = "request" | "response";

/** What a change breaks: old code that is compiled again, or old code that runs. */
export type Breaks = "types" | "wire";

/** What a sample shows. */
export type Shown =
  | "was valid, is not"
  | "was not valid, is"
  | "was described, is not"
  | "means something else";

/** One change between two documents. */
export interface SpecChange {
  /** JSON Pointer into the new document; into the old one for what is gone. */
  readonly pointer: string;
  /** The operation, when the change concerns exactly one. */
  readonly operationId?: string;
  /** Absent for what is neither sent nor read, such as a server. A schema that is both has one change for each. */
  readonly direction?: Direction;
  readonly bump: Bump;
  /** What a major change breaks; absent for others. */
  readonly breaks?: readonly Breaks[];
  /** A sentence for the changelog. */
  readonly message: string;
  /** Names the change as long as it stays the same, 12 hexadecimal digits: what a comparison found has one. */
  readonly fingerprint?: string;
  /**
   * Code that compiles with the old types and not with the new ones, and how it may read afterwards. A comparison has none: the
   * code generator looks for them, and compiles them.
   */
  readonly witness?: { readonly before: string; readonly after?: string };
  /**
   * What was valid when it was sent and is not any more, or is valid only now when it is read. It is a value, or a
   * whole request or answer with its parts. Looked for in the same place.
   */
  readonly sample?: unknown;
  /** What the sample shows; present with it. */
  readonly shows?: Shown;
  /** A break of the wire for which such a sample was looked for and not found. */
  readonly unshown?: true;
  /** Such code was looked for and not found. */
  readonly unproved?: true;
  /** Where it is written, when the documents were read from files; the old ones for what is gone. */
  readonly location?: SourceLocation;
}

/** What changed between two documents, the largest changes first. */
export interface SpecDiff {
  /** The largest bump of all changes. */
  readonly bump: Bump;
  readonly changes: readonly SpecChange[];
}
