import type { Direction } from "@np6/openapi-diff";
import type ts from "typescript";

/** A step from a type to one inside it: a property, a member of a list, or any other property. */
export type Step = string | typeof anyItem | typeof anyName;
export const anyItem: unique symbol = Symbol("[number]");
export const anyName: unique symbol = Symbol("[string]");

/** A type where a consumer's code starts: an operation's input and result, or a named type. */
export interface Root {
  /** The type as code names it: `operations["getThing"]`. */
  readonly code: string;
  readonly operation: string | undefined;
  /** Whether the API sends the operation's request, as for a webhook. */
  readonly isTurned?: boolean;
}

/** A difference between the types of both documents. */
export interface Difference {
  readonly root: Root;
  /** Steps from the root to the difference. */
  readonly steps: readonly Step[];
  readonly direction: Direction | undefined;
  /** The old type there; absent when it does not exist. */
  readonly old: ts.Type | undefined;
  readonly now: ts.Type | undefined;
  /** The old type that contains it as a property. */
  readonly within: ts.Type | undefined;
  /** The new type that contains it as a property. */
  readonly withinNow: ts.Type | undefined;
}
