import type { Budget, Budgets, Figure } from "./figure.ts";

/** Tolerance for bytes, so that a new comment in a file needs no new budget. */
const headroom = 1.02;

/**
 * Makes budgets that the current figures just meet. Bytes get a tolerance of 2 %, allocations of a call a tenth, and
 * other counts none.
 */
export function budgetsOf(figures: readonly Figure[]): Budgets {
  return Object.fromEntries(figures.map((figure) => [figure.name, budgetOf(figure)]));
}

function budgetOf({ name, unit, value, parts }: Figure): Budget {
  if (name.startsWith("Allocated")) return { unit, about: value, parts };
  return { unit, most: unit.startsWith("bytes") ? Math.ceil(value * headroom) : value, parts };
}
