import { expect, test } from "vitest";
import type { Journal, JournalItem, Resolution } from "../journal/journal.ts";
import { resolveByAsking } from "./resolve-by-asking.ts";

/** A journal with these numbers in each state, which records the resolutions. */
function journalOf(numbers: Readonly<Record<string, readonly number[]>>) {
  const told: (readonly Resolution[])[] = [];
  const journal = {
    items: async function* ({ state = "" } = {}) {
      for (const seq of numbers[state] ?? []) yield { seq } as JournalItem;
    },
    resolve: async (resolutions: readonly Resolution[]) => {
      told.push([...resolutions]);
      return resolutions.reduce((sum, { first, last }) => sum + last - first + 1, 0);
    },
  } as unknown as Journal;
  return { journal, told };
}

test("neighbours with the same answer are one range; a gap, and another answer, end it", async () => {
  const { journal, told } = journalOf({ unknown: [1, 2, 3, 5, 6, 7], ran: [9] });
  const answers = ["ran", "ran", "did-not-run", "did-not-run", "unknown", "did-not-run", "ran"] as const;
  let at = 0;
  expect(await resolveByAsking(journal, () => answers[at++] ?? "unknown")).toBe(6);
  expect(told).toEqual([
    [
      { first: 1, last: 2, as: "ran" },
      { first: 3, last: 3, as: "did-not-run" },
      { first: 5, last: 5, as: "did-not-run" },
      { first: 7, last: 7, as: "did-not-run" },
    ],
    [{ first: 9, last: 9, as: "ran" }],
  ]);
});

test("nothing is written when nobody knows", async () => {
  const { journal, told } = journalOf({ unknown: [1, 2], ran: [3] });
  expect(await resolveByAsking(journal, () => "unknown")).toBe(0);
  expect(told).toEqual([]);
});

test("many ranges are written ten thousand at a time", async () => {
  const unknown = Array.from({ length: 20_001 }, (_, index) => index * 2);
  const { journal, told } = journalOf({ unknown });
  expect(await resolveByAsking(journal, () => "ran")).toBe(20_001);
  expect(told.map(({ length }) => length)).toEqual([10_000, 10_000, 1]);
});
