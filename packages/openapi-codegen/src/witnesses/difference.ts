import type { Direction } from "@np6/openapi-diff";
import type ts from "typescript";

/** A step from a type to one inside it: a property, a member of a list, or any other property. */
export type Step = string | typeof anyItem | typeof anyName;
export const anyItem: unique symbol = Symbol("[number]");
export const anyName: unique symbol = Symbol("[string]");

/** A type that a consumer begins at: what an operation takes and gives, or a named type. */
export interface Root {
  /** As code names it: `operations["getThing"]`. */
  readonly code: string;
  readonly operation: string | undefined;
  /** Whether the API sends what the operation takes, as in a webhook. */
  readonly isTurned?: boolean;
}

/** A place where the types of both documents differ. */
export interface Difference {
  readonly root: Root;
  /** From the root to the place. */
  readonly steps: readonly Step[];
  readonly direction: Direction | undefined;
  /** What the old types have there; absent where they have nothing. */
  readonly old: ts.Type | undefined;
  readonly now: ts.Type | undefined;
  /** The old type that the place is a property of. */
  readonly within: ts.Type | undefined;
  /** The new type that it is a property of. */
  readonly withinNow: ts.Type | undefined;
}
