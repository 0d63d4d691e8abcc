import { referenceTarget } from "@np6/openapi-document";
import type { Direction } from "../changes/spec-change.ts";
import { compareAlternatives } from "./compare-alternatives.ts";
import type { Finding, Findings, ViewPair } from "./finding.ts";
import type { Side } from "./side.ts";

/** Compares schemas of two documents with all that they hold and lead to. Each pair is compared once in each direction. */
export class SchemaComparer {
  readonly #base: Side;
  readonly #head: Side;
  readonly #known = new Map<string, Findings>();
  readonly #places = new Set<string>();

  constructor(base: Side, head: Side) {
    this.#base = base;
    this.#head = head;
  }

  /** Whether a schema has been compared, or one that stands in it or refers to it. */
  knows(pointer: string): boolean {
    return this.#places.has(pointer);
  }

  /**
   * @param visited pairs that the same operation has been compared in already
   * @returns what both schemas differ in, and what they hold
   */
  compare(direction: Direction, views: ViewPair, visited: Set<string> = new Set()): Finding[] {
    const found: Finding[] = [];
    const pending: ViewPair[] = [views];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const key = `${direction}\n${next[0].join(" ")}\n${next[1].join(" ")}`;
      if (visited.has(key)) continue;
      visited.add(key);
      const findings = this.#known.get(key) ?? compareAlternatives(this.#base, this.#head, direction, next);
      this.#known.set(key, findings);
      for (const one of next[0]
        .flatMap((place) => this.#base.alternatives([place]))
        .flatMap(({ parts }) => parts))
        this.#places.add(one.pointer);
      found.push(...findings.found);
      pending.push(...findings.inside);
    }
    return found;
  }

  /** Compares two components, and what is written in them: what they refer to is compared by itself. */
  compareWritten(direction: Direction, views: ViewPair): Finding[] {
    const isReference = ([place = "#"]: readonly string[]) =>
      typeof Object(referenceTarget(this.#base.document, place)).$ref === "string";
    const found: Finding[] = [];
    const pending: ViewPair[] = [views];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const findings = compareAlternatives(this.#base, this.#head, direction, next);
      found.push(...findings.found);
      pending.push(...findings.inside.filter(([before]) => !isReference(before)));
    }
    return found;
  }
}
