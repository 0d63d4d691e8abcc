import { type JsonObject, NormalDocument } from "@np6/openapi-document";
import { addressOf } from "./address-of.ts";
import {
  type Difference,
  type Fact,
  lacks,
  onBoth,
  type Pair,
  type Side,
  type Statement,
} from "./difference.ts";
import { gradeAt, weakestGrade } from "./grade-at.ts";

/** Things of one kind that both documents have some of, by what makes one the same in both. */
export interface Members<T> {
  readonly fact: Fact;
  readonly of: Pair<ReadonlyMap<string, T>>;
  /** Where one stands that a document lacks. */
  readonly inside: Pair<string>;
  readonly place: string;
  /** What one is called behind the place; a property's name begins with a dot. */
  readonly called: (member: T, key: string) => string;
  readonly says: (member: T, side: Side, key: string) => Statement;
  /** Compares one that both have. */
  readonly both?: (members: Pair<T>, place: string, key: string) => void;
}

/** A comparison of the vendor's document with the curated one, and what it found so far. */
export class Comparison {
  /** Read by what their authors mean: the vendor's generator takes OpenAPI lightly. */
  readonly documents: Pair<NormalDocument>;
  readonly #found = new Map<string, Difference>();
  readonly #compared = new Set<string>();

  constructor(documents: Pair<JsonObject>) {
    this.documents = onBoth(documents, (document) => new NormalDocument(document, "lenient"));
  }

  /** In the order in which they were found. */
  get differences(): Difference[] {
    return [...this.#found.values()];
  }

  /** Whether two schemas meet for the first time. */
  isNew(views: Pair<readonly string[]>): boolean {
    return this.#compared.size < this.#compared.add(JSON.stringify(views)).size;
  }

  /**
   * States what both say of a fact, if they do not say the same. One difference is stated once, with all its places.
   *
   * @param place - the way to it from an operation
   * @param name - what is lacking where the curated statement points; nothing when it points at the thing itself
   * @param within - what says it in the curated spec, where that is something around the thing
   */
  state(fact: Fact, place: string, statements: Pair<Statement>, name = "", within?: string): void {
    const { vendor, curated } = statements;
    if (vendor.text === curated.text) return;
    const document = this.documents.curated.document;
    // What the curated spec has no place for is named by the vendor's.
    const at =
      curated.pointer === ""
        ? addressOf(this.documents.vendor.document, vendor.pointer)
        : addressOf(document, curated.pointer, curated.present ? "" : name);
    const grades = [curated.pointer, within ?? ""].map((pointer) => gradeAt(document, pointer));
    // What it is about: the things that the documents have, not the places where one is missing.
    const sides = [vendor, curated].map(({ present, pointer, text }) => (present ? [pointer, text] : text));
    const key = JSON.stringify([fact, sides]);
    const known = this.#found.get(key);
    this.#found.set(key, {
      fact,
      relation: !curated.present ? "vendor only" : vendor.present ? "different" : "curated only",
      vendor,
      curated,
      at,
      alsoAt: [],
      grade: curated.present ? weakestGrade(grades) : undefined,
      ...known,
      places: [...new Set([...(known?.places ?? []), place.trim()])],
      ...(known && known.at !== at ? { alsoAt: [...new Set([...known.alsoAt, at])] } : {}),
    });
  }

  /** Compares what both documents have of one kind: states what one of them lacks, and hands on what both have. */
  members<T>({ fact, of, inside, place, called, says, both }: Members<T>): void {
    for (const key of new Set([...of.curated.keys(), ...of.vendor.keys()])) {
      const [there, here] = [of.vendor.get(key), of.curated.get(key)];
      const member = here ?? there;
      if (member === undefined) continue;
      const name = called(member, key);
      const at = stepInto(place, name);
      if (there !== undefined && here !== undefined) both?.({ vendor: there, curated: here }, at, key);
      else {
        const state = (one: T | undefined, side: Side) =>
          one === undefined ? lacks(inside[side]) : says(one, side, key);
        this.state(fact, at, onBoth({ vendor: there, curated: here }, state), name);
      }
    }
  }
}

/** Adds a step to the way to a difference; what follows the operation and its part begins with a blank, not a dot. */
export function stepInto(place: string, step: string): string {
  if (!/^[.[<]/.test(step)) return `${place} ${step}`.trim();
  return place.endsWith(" ") ? place + step.replace(/^\./, "") : place + step;
}
