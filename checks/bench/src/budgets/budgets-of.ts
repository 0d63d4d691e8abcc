import type { Budget, Budgets, Figure } from "./figure.ts";

/** So that not every comment that is added to a file must be agreed upon. */
const headroom = 1.02;

/**
 * Budgets that the figures of now just keep. Bytes have 2 % to spare, what a call allocates a tenth, and other counts
 * nothing.
 */
export function budgetsOf(figures: readonly Figure[]): Budgets {
  return Object.fromEntries(figures.map((figure) => [figure.name, budgetOf(figure)]));
}

function budgetOf({ name, unit, value, parts }: Figure): Budget {
  if (name.startsWith("Allocated")) return { unit, about: value, parts };
  return { unit, most: unit.startsWith("bytes") ? Math.ceil(value * headroom) : value, parts };
}
