import type { Budget, Budgets, Figure } from "./figure.ts";

/** The verdict on one figure. */
export interface BudgetVerdict {
  readonly name: string;
  readonly kept: boolean;
  /** For people: figure and budget; for a missed budget, also the parts that grew, and the way out. */
  readonly message: string;
}

const mostGrownParts = 10;
const tolerance = 0.1;
const update = "npx pnpm@12.21.0 check budgets --update";

/** Compares figures with their budgets. A figure without a budget, or a budget without a figure, fails. */
export function compareBudgets(figures: readonly Figure[], budgets: Budgets): BudgetVerdict[] {
  const missing = Object.keys(budgets).filter((name) => !figures.some((figure) => figure.name === name));
  return [
    ...figures.map((figure) => compare(figure, budgets[figure.name])),
    ...missing.map((name) => ({
      name,
      kept: false,
      message: `✗ ${name}: was not counted. If that is intended: ${update}`,
    })),
  ];
}

function compare(figure: Figure, budget: Budget | undefined): BudgetVerdict {
  const { name, unit, value } = figure;
  const counted = `${name}: ${value.toLocaleString("en-US")} ${unit}`;
  if (budget === undefined)
    return { name, kept: false, message: `✗ ${counted}, but has no budget. To set it: ${update}` };
  const [least, most] =
    "most" in budget
      ? [0, budget.most]
      : [Math.round(budget.about * (1 - tolerance)), Math.round(budget.about * (1 + tolerance))];
  const allowed =
    least === 0
      ? `at most ${most.toLocaleString("en-US")}`
      : `${least.toLocaleString("en-US")} to ${most.toLocaleString("en-US")}`;
  if (value >= least && value <= most)
    return { name, kept: true, message: `✓ ${counted} (budget: ${allowed})` };
  const advice = value > most ? "Reduce it, or, if the growth is justified" : "It shrank; lower the budget";
  const lines = [
    `✗ ${counted} (budget: ${allowed})`,
    ...describeGrowth(figure, budget),
    `  ${advice}: ${update}`,
  ];
  return { name, kept: false, message: lines.join("\n") };
}

/** Lists the parts that differ, the largest growth first. */
function describeGrowth({ parts }: Figure, { parts: before }: Budget): string[] {
  const names = [...new Set([...Object.keys(parts), ...Object.keys(before)])];
  return names
    .map((name) => ({ name, was: before[name] ?? 0, is: parts[name] ?? 0 }))
    .filter(({ was, is }) => was !== is)
    .sort((a, b) => b.is - b.was - (a.is - a.was))
    .slice(0, mostGrownParts)
    .map(({ name, was, is }) => `    ${is > was ? "+" : ""}${is - was}  ${name} (${was} → ${is})`);
}
