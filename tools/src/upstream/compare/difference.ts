import type { Grade } from "./grade-at.ts";

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

/** What belongs to each of the two documents. */
export type Pair<T> = Readonly<Record<"vendor" | "curated", T>>;

/** Does the same for both documents. */
export function onBoth<T, U>(
  { vendor, curated }: Pair<T>,
  does: (value: T, side: keyof Pair<T>) => U,
): Pair<U> {
  return { vendor: does(vendor, "vendor"), curated: does(curated, "curated") };
}

/** What one of the two documents says of a fact. */
export interface Statement {
  /** In words, such as `string(uuid)` or `absent`. */
  readonly text: string;
  /** Whether the document has what the fact is about. */
  readonly present: boolean;
  /** Where it says so, or where it would; empty when there is no such place. */
  readonly pointer: string;
}

/** A thing that the two documents say differently. */
export interface Difference extends Pair<Statement> {
  readonly fact: Fact;
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
