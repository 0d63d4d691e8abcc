import type { DescribedFact, Statement } from "@np6/openapi-document";
import type { Grade } from "./grade-at.ts";

/** A value for each of the two documents. */
export type Pair<T> = Readonly<Record<"vendor" | "curated", T>>;

/** A difference between the two documents. */
export interface Difference extends Pair<Statement> {
  readonly fact: DescribedFact;
  /** `vendor only`: the curated spec lacks it. `curated only`: the vendor's bundle lacks it. */
  readonly relation: "vendor only" | "curated only" | "different";
  /** Stable location in the curated spec, in its names: `schema Workflow: nodes[].next`. */
  readonly at: string;
  /** Further locations: for a property of the vendor's base, every curated variant that lacks it. */
  readonly alsoAt: readonly string[];
  /** Paths to it from an operation, such as `POST /things 200 application/json nodes[]<wait>.next`. */
  readonly places: readonly string[];
  /** Grade of the curated spec's fact; absent when it has no such fact, or no grade. */
  readonly grade: Grade | undefined;
}
