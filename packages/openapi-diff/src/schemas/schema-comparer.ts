import { referenceTarget } from "@np6/openapi-document";
import type { Direction } from "../changes/spec-change.ts";
import { compareAlternatives } from "./compare-alternatives.ts";
import type { Finding, ViewPair } from "./finding.ts";
import type { Side } from "./side.ts";

/** Two schemas that were compared in one direction, and the schemas that they lead to. */
interface Compared {
  readonly found: readonly Finding[];
  readonly inside: Compared[];
  /** Whether they or any schemas that they lead to differ. */
  differs: boolean;
}

/** Pairs that were already reported for an operation. */
export type Visited = Set<unknown>;

/** Compares schemas of two documents and all schemas that they lead to. Each pair is compared once per direction. */
export class SchemaComparer {
  readonly #base: Side;
  readonly #head: Side;
  readonly #known = new Map<string, Compared>();
  readonly #places = new Set<string>();

  constructor(base: Side, head: Side) {
    this.#base = base;
    this.#head = head;
  }

  /** Whether a schema was compared, by itself or as part of another one. */
  knows(pointer: string): boolean {
    return this.#places.has(pointer);
  }

  /**
   * @param visited pairs that were already reported for the same operation
   * @returns the differences between both schemas and between the schemas that they lead to
   */
  compare(direction: Direction, views: ViewPair, visited: Visited = new Set()): Finding[] {
    const found: Finding[] = [];
    const pending = [this.#compareAll(direction, views)];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      // Most schemas of a document are unchanged, including everything that they lead to.
      if (!next.differs || visited.has(next)) continue;
      visited.add(next);
      found.push(...next.found);
      pending.push(...next.inside);
    }
    return found;
  }

  /** Compares two schemas and all schemas that they lead to, unless that was done before. */
  #compareAll(direction: Direction, views: ViewPair): Compared {
    const fresh: Compared[] = [];
    const pending: { readonly one: Compared; readonly inside: readonly ViewPair[] }[] = [];
    const compared = (pair: ViewPair): Compared => {
      const key = keyOf(direction, pair);
      const known = this.#known.get(key);
      if (known !== undefined) return known;
      const { found, inside } = compareAlternatives(this.#base, this.#head, direction, pair);
      const one: Compared = { found, inside: [], differs: found.length > 0 };
      this.#known.set(key, one);
      this.#note(pair);
      fresh.push(one);
      pending.push({ one, inside });
      return one;
    };
    const root = compared(views);
    for (let next = pending.pop(); next !== undefined; next = pending.pop())
      for (const pair of next.inside) next.one.inside.push(compared(pair));
    tellUpwards(fresh);
    return root;
  }

  #note([base]: ViewPair): void {
    for (const place of base) {
      for (const { parts } of this.#base.alternatives([place])) {
        for (const { pointer } of parts) this.#places.add(pointer);
      }
    }
  }

  /** Compares two components and the schemas written in them; their references are compared separately. */
  compareWritten(direction: Direction, views: ViewPair): Finding[] {
    const isReference = ([place = "#"]: readonly string[]) =>
      typeof Object(referenceTarget(this.#base.document, place)).$ref === "string";
    const found: Finding[] = [];
    const visited = new Set<string>();
    const pending: ViewPair[] = [views];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      // A combined view can lead back to itself without a reference.
      const key = keyOf(direction, next);
      if (visited.has(key)) continue;
      visited.add(key);
      const findings = compareAlternatives(this.#base, this.#head, direction, next);
      found.push(...findings.found);
      pending.push(...findings.inside.filter(([before]) => !isReference(before)));
    }
    return found;
  }
}

function keyOf(direction: Direction, [base, head]: ViewPair): string {
  return `${direction}\n${base.join(" ")}\n${head.join(" ")}`;
}

/** Marks all pairs that lead to a difference. Pairs of earlier comparisons are final already. */
function tellUpwards(fresh: readonly Compared[]): void {
  const above = new Map<Compared, Compared[]>();
  for (const one of fresh) {
    for (const inner of one.inside) {
      const others = above.get(inner) ?? [];
      others.push(one);
      above.set(inner, others);
    }
  }
  const differing = [...above.keys(), ...fresh].filter(({ differs }) => differs);
  for (let next = differing.pop(); next !== undefined; next = differing.pop()) {
    for (const outer of above.get(next) ?? []) {
      if (outer.differs) continue;
      outer.differs = true;
      differing.push(outer);
    }
  }
}
