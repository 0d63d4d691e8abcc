import type { Bump } from "./bump.ts";
import type { Direction } from "./spec-change.ts";

/** A change as one judge found it, before the judgements are put together. */
export interface FoundChange {
  /** Where it stands in the old document, if it does. */
  readonly base?: string | undefined;
  /** Where it stands in the new document, if it does. */
  readonly head?: string | undefined;
  readonly direction?: Direction | undefined;
  /** The operation, where the place does not tell. */
  readonly operationId?: string | undefined;
  readonly bump: Bump;
  readonly message: string;
}
