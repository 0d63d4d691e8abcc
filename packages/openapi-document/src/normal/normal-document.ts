import type { JsonObject } from "../pointer/json-object.ts";
import type { Alternative } from "./alternative.ts";
import { alternativesOf, type SchemaReading } from "./alternatives.ts";
import { type AlternativeFacts, factsOf } from "./facts.ts";

/** The schemas of a document in normal form. Each schema is converted once. */
export class NormalDocument {
  readonly document: JsonObject;
  readonly #reading: SchemaReading;
  readonly #alternatives = new Map<string, readonly Alternative[]>();
  readonly #facts = new Map<Alternative, AlternativeFacts>();

  constructor(document: JsonObject, reading: SchemaReading = "strict") {
    this.document = document;
    this.#reading = reading;
  }

  /** Lists the alternatives of a value that must satisfy all schemas of a view. */
  alternatives(view: readonly string[]): readonly Alternative[] {
    const key = view.join(" ");
    const known = this.#alternatives.get(key) ?? alternativesOf(this.document, view, this.#reading);
    this.#alternatives.set(key, known);
    return known;
  }

  facts(alternative: Alternative): AlternativeFacts {
    const known = this.#facts.get(alternative) ?? factsOf(alternative);
    this.#facts.set(alternative, known);
    return known;
  }
}
