import type { Fact } from "./facts.ts";
import { sameJson } from "./same-json.ts";

/** A keyword with different values in two schemas; undefined on the side that lacks it. */
export interface DifferingFact {
  readonly keyword: string;
  readonly before: Fact | undefined;
  readonly after: Fact | undefined;
}

/** Lists the keywords that differ between two schemas, in the order of the first schema. */
export function differingFacts(
  before: ReadonlyMap<string, Fact>,
  after: ReadonlyMap<string, Fact>,
): DifferingFact[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((keyword) => ({ keyword, before: before.get(keyword), after: after.get(keyword) }))
    .filter((fact) => !sameJson(fact.before?.value, fact.after?.value));
}
