import { expect, test } from "vitest";
import { formatHistories } from "./format-histories.ts";

const step = {
  packageName: "thing",
  before: "1.0.0",
  after: "1.0.1",
  promised: "patch",
  seconds: 2.04,
  megabytes: 310.4,
} as const;
const gone = { pointer: "#/paths/~1a", bump: "major", message: "`getA` is gone." } as const;
const word = { pointer: "#/info", bump: "patch", message: "Other words." } as const;

test("counts changes by bump, and names those that the vendor's number did not allow", () => {
  const text = formatHistories([{ ...step, outcome: { bump: "major", changes: [gone, word] } }]);
  expect(text).toContain("| `thing` 1.0.0 → 1.0.1 | **major** (1 major, 1 patch) | patch | 2.0 | 310 |");
  expect(text).toContain("- major: `getA` is gone. (`#/paths/~1a`)");
  expect(text).not.toContain("Other words");
});

test("has no surprise where the number allows it, or nothing changed", () => {
  const text = formatHistories([
    { ...step, promised: "major", outcome: { bump: "major", changes: [gone] } },
    { ...step, outcome: { bump: "none", changes: [] } },
  ]);
  expect(text.trimEnd().split("\n")).toHaveLength(4);
  expect(text).toContain("| none | patch |");
});

test("says why there is no result", () => {
  expect(formatHistories([{ ...step, outcome: { error: "no such package\nat all" } }])).toContain(
    "| no result: no such package |",
  );
});
