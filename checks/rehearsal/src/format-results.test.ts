import { expect, test } from "vitest";
import { formatResults } from "./format-results.ts";
import { RehearsalResults } from "./rehearsal-results.ts";

test("the table is by part and ends with the counts", () => {
  const results = new RehearsalResults();
  results.part("patch").expect("installed by npm", true, "1.0.1");
  results.part("minor").expect("compiles", false, "error TS1\nsecond line");
  const text = formatResults(results.all);
  expect(text.split("\n").slice(0, 4)).toEqual([
    "patch",
    "  ✓ installed by npm  1.0.1",
    "minor",
    "  ✗ compiles          error TS1",
  ]);
  expect(text).toContain("second line");
  expect(text.split("\n").at(-1)).toBe("1 passed, 1 failed");
});

test("a step that throws is a failure with its name, and ends its part", async () => {
  const results = new RehearsalResults();
  const step = results.part("patch").run("publish", () => Promise.reject(new Error("refused")));
  await expect(step).rejects.toThrow("refused");
  expect(results.all).toEqual([{ part: "patch", expectation: "publish", passed: false, seen: "refused" }]);
});

test("a rehearsal of nothing has failed", () => {
  expect(formatResults([]).split("\n").at(-1)).toBe("0 passed, 1 failed");
});
