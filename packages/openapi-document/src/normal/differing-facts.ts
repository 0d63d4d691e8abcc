import type { Fact } from "./facts.ts";
import { sameJson } from "./same-json.ts";

/** A keyword that two schemas do not say alike; a side that does not say it is absent. */
export interface DifferingFact {
  readonly keyword: string;
  readonly before: Fact | undefined;
  readonly after: Fact | undefined;
}

/** The keywords that two schemas do not say alike, in the order of the first one. */
export function differingFacts(
  before: ReadonlyMap<string, Fact>,
  after: ReadonlyMap<string, Fact>,
): DifferingFact[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((keyword) => ({ keyword, before: before.get(keyword), after: after.get(keyword) }))
    .filter((fact) => !sameJson(fact.before?.value, fact.after?.value));
}
