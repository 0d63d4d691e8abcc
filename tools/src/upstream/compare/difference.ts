import type { Grade } from "./grade-at.ts";
import type { Statement } from "./statement.ts";

/** What is compared. */
export const facts = [
  "server",
  "operation",
  "credentials",
  "parameter",
  "serialization",
  "request body",
  "status",
  "media type",
  "header",
  "property",
  "variant",
  "type",
  "null",
  "value",
  "required",
  "deprecated",
  "limit",
] as const;

/** One of `facts`. */
export type Fact = (typeof facts)[number];

/** A thing that the two documents say differently. */
export interface Difference {
  readonly fact: Fact;
  /** `vendor only`: the curated spec lacks it. `curated only`: the vendor's bundle does not have it. */
  readonly relation: "vendor only" | "curated only" | "different";
  readonly vendor: Statement;
  readonly curated: Statement;
  /** Where to look in the curated spec, in its names: `schema Workflow: nodes[].next`. Stable: it names the difference. */
  readonly at: string;
  /** The same difference seen from elsewhere: a property of the vendor's base, at every curated variant that lacks it. */
  readonly alsoAt: readonly string[];
  /** The way to it from an operation, such as `POST /things 200 application/json nodes[]<wait>.next`; one at least. */
  readonly places: readonly string[];
  /** Where the curated spec has its fact from; absent when it has none, or does not say. */
  readonly grade: Grade | undefined;
}
