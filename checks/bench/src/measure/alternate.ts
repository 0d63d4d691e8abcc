import { type Spread, spread } from "./spread.ts";

/** A piece of work that is compared with others. */
export interface Alternative {
  readonly name: string;
  /** Does its work once and returns the cost, in a unit that all alternatives share. */
  readonly measure: () => number | Promise<number>;
}

/** The measured cost of an alternative. */
export interface Cost {
  readonly name: string;
  readonly cost: Spread;
  /** Its cost divided by that of the first alternative in the same round. */
  readonly ratio: Spread;
}

/**
 * Measures alternatives in turn, in another order each round. A busy phase of the machine then slows all of them, and
 * the ratio within a round stays. The others are compared with the first alternative.
 */
export async function alternate(alternatives: readonly Alternative[], rounds: number): Promise<Cost[]> {
  const costs = alternatives.map((): number[] => []);
  for (const { measure } of alternatives) await measure();
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < alternatives.length; turn += 1) {
      const index = (turn + round) % alternatives.length;
      costs[index]?.push((await alternatives[index]?.measure()) ?? Number.NaN);
    }
  }
  return alternatives.map(({ name }, index) => {
    const measured = costs[index] ?? [];
    const ratios = measured.map((cost, round) => cost / (costs[0]?.[round] ?? Number.NaN));
    return { name, cost: spread(measured), ratio: spread(ratios) };
  });
}
