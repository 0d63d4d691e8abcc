import { describe, expect, test } from "vitest";
import { budgetsOf } from "./budgets-of.ts";
import { compareBudgets } from "./compare-budgets.ts";
import type { Figure } from "./figure.ts";

const bundle: Figure = {
  name: "Bundle",
  unit: "bytes, brotli",
  value: 1_000,
  parts: { "send.ts": 400, "redact.ts": 700 },
};
const allocated: Figure = { name: "Allocated by a call", unit: "bytes", value: 20_000, parts: {} };
const dependencies: Figure = { name: "Dependencies", unit: "packages", value: 2, parts: { a: 1, b: 1 } };
const allFigures = [bundle, allocated, dependencies];
const budgets = budgetsOf(allFigures);
const kept = (figures: readonly Figure[]) => compareBudgets(figures, budgets).map((verdict) => verdict.kept);

describe("figures", () => {
  test("keep the budgets that are made of them", () => {
    expect(kept(allFigures)).toEqual([true, true, true]);
    expect(compareBudgets([bundle], budgetsOf([bundle]))[0]?.message).toBe(
      "✓ Bundle: 1,000 bytes, brotli (budget: at most 1,020)",
    );
  });

  test("may grow by what was left to spare, and by no more", () => {
    expect(kept([{ ...bundle, value: 1_020 }, allocated, dependencies])).toEqual([true, true, true]);
    expect(kept([{ ...bundle, value: 1_021 }, allocated, dependencies])).toEqual([false, true, true]);
    expect(kept([bundle, allocated, { ...dependencies, value: 3 }])).toEqual([true, true, false]);
  });

  test.each([
    [18_000, true],
    [17_999, false],
    [22_000, true],
    [22_001, false],
  ])("of what is allocated may differ by a tenth (%i)", (value, expected) => {
    expect(kept([bundle, { ...allocated, value }, dependencies])).toEqual([true, expected, true]);
  });

  test("over budget say which parts grew, those that grew most first, and the way out", () => {
    const parts = { "redact.ts": 710, "new.ts": 300, "send.ts": 390 };
    const [verdict] = compareBudgets([{ ...bundle, value: 1_300, parts }], budgetsOf([bundle]));
    expect(verdict?.message).toBe(
      `✗ Bundle: 1,300 bytes, brotli (budget: at most 1,020)
    +300  new.ts (0 → 300)
    +10  redact.ts (700 → 710)
    -10  send.ts (400 → 390)
  Reduce it, or, if the growth is justified: npx pnpm@12.21.0 check budgets --update`,
    );
  });

  test("without a budget, and budgets without a figure, are not kept", () => {
    expect(compareBudgets([bundle], {})).toMatchObject([{ kept: false }]);
    expect(compareBudgets([], budgetsOf([bundle]))).toMatchObject([{ name: "Bundle", kept: false }]);
  });
});
