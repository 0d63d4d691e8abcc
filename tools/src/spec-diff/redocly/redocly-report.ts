import type { Bump } from "../bump.ts";

/** One side of a change. */
export interface RedoclySide {
  readonly pointer: string;
  readonly value?: unknown;
}

/** A change as `redocly diff --format json` reports it. */
export interface RedoclyChange {
  /** Where the walk through the document met it first. */
  readonly path: string;
  /** Kind of thing, in the words of redocly: Schema, MediaType, Operation … */
  readonly typeName: string;
  readonly kind: "added" | "removed" | "modified";
  readonly impact: Exclude<Bump, "none">;
  /** Of a modified thing: which field, or `key` when it was renamed. */
  readonly property?: string;
  readonly verdicts: readonly {
    readonly ruleId: string;
    readonly impact: Exclude<Bump, "none">;
    readonly message: string;
  }[];
  readonly base?: RedoclySide;
  readonly revision?: RedoclySide;
}
