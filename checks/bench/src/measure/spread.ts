/** Summary of many measurements. */
export interface Spread {
  readonly median: number;
  /** Lower and upper quartile. */
  readonly quartiles: readonly [number, number];
  readonly count: number;
}

/** @param values at least one */
export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number): number => {
    const position = (sorted.length - 1) * part;
    const [below = 0, above = 0] = [sorted[Math.floor(position)], sorted[Math.ceil(position)]];
    return below + (above - below) * (position - Math.floor(position));
  };
  return { median: at(0.5), quartiles: [at(0.25), at(0.75)], count: sorted.length };
}
