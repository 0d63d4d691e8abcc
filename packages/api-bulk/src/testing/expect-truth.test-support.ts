import { expect } from "vitest";
import type { Journal } from "../journal/journal.ts";
import { findLies } from "./find-lies.test-support.ts";

/** Expects that what a journal says of every receiver is what really ran. */
export async function expectTruth(journal: Journal, timesOf: (item: unknown) => number): Promise<void> {
  expect(await findLies(journal, timesOf)).toEqual([]);
}
