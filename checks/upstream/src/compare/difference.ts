import type { DescribedFact, Statement } from "@np6/openapi-document";
import type { Grade } from "./grade-at.ts";

/** What belongs to each of the two documents. */
export type Pair<T> = Readonly<Record<"vendor" | "curated", T>>;

/** A thing that the two documents say differently. */
export interface Difference extends Pair<Statement> {
  readonly fact: DescribedFact;
  /** `vendor only`: the curated spec lacks it. `curated only`: the vendor's bundle does not have it. */
  readonly relation: "vendor only" | "curated only" | "different";
  /** Where to look in the curated spec, in its names: `schema Workflow: nodes[].next`. Stable: it names the difference. */
  readonly at: string;
  /** The same difference seen from elsewhere: a property of the vendor's base, at every curated variant that lacks it. */
  readonly alsoAt: readonly string[];
  /** The way to it from an operation, such as `POST /things 200 application/json nodes[]<wait>.next`; one at least. */
  readonly places: readonly string[];
  /** Where the curated spec has its fact from; absent when it has none, or does not say. */
  readonly grade: Grade | undefined;
}
