import { expect, test } from "vitest";
import { createStopRules } from "./stop-rules.ts";

type Ending = Parameters<ReturnType<typeof createStopRules>["after"]>[0];

/** Reasons to pause after each ending. */
const said = (endings: readonly Ending[], most = 3): readonly (string | undefined)[] => {
  const rules = createStopRules(most);
  return endings.map((ending) => rules.after(ending));
};
const times = (count: number, ending: Ending): Ending[] => Array.from({ length: count }, () => ending);

test("so many unknown batches in a row stop the job, and any answer in between starts the count again", () => {
  expect(said(["unknown", "unknown", "unknown"]).at(-1)).toMatch(
    /^3 batches in a row may or may not have run/,
  );
  expect(said(["unknown", "unknown"])).toEqual([undefined, undefined]);
  expect(said(["unknown", "unknown", "good", "unknown", "unknown"]).at(-1)).toBeUndefined();
  expect(said(["unknown", "unknown", "refused-alone", "unknown"]).at(-1)).toBeUndefined();
  // A wait does not interrupt a series of outcomes.
  expect(said(["unknown", "held", "unknown", "not-sent", "unknown"]).at(-1)).toMatch(/^3 batches/);
  expect(said(["unknown"], 1).at(-1)).toMatch(/^1 batches/);
});

test("an API that cannot be reached 20 times in a row stops the job", () => {
  expect(said(times(19, "not-sent")).at(-1)).toBeUndefined();
  expect(said(times(20, "not-sent")).at(-1)).toBe("the API could not be reached 20 times in a row");
  expect(said([...times(19, "not-sent"), "good", "not-sent"]).at(-1)).toBeUndefined();
  expect(said([...times(19, "not-sent"), "held", "not-sent"]).at(-1)).toMatch(/20 times/);
});

test("waiting for a limit never stops the job", () => {
  expect(said(times(500, "held")).every((word) => word === undefined)).toBe(true);
});

test("two in a row that are refused alone, or four of the first hundred, stop the job", () => {
  expect(said(["refused-alone", "good", "refused-alone"]).at(-1)).toBeUndefined();
  expect(said(["refused-alone", "refused-alone"]).at(-1)).toMatch(/^two receivers in a row/);
  const apart = Array.from({ length: 4 }, (): Ending[] => ["good", "refused-alone"]).flat();
  expect(said(apart.slice(0, 6)).at(-1)).toBeUndefined();
  expect(said(apart).at(-1)).toBe("4 of the first receivers were refused alone: check their format");
  expect(said([...times(92, "good"), ...apart]).at(-1)).toMatch(/^4 of the first/);
  expect(said([...times(93, "good"), ...apart]).at(-1)).toBeUndefined();
});
