import { expect } from "vitest";
import type { Journal } from "../journal/journal.ts";
import { findLies } from "./find-lies.test-support.ts";

/** Expects that the state of every receiver in a journal agrees with its real executions. */
export async function expectTruth(journal: Journal, timesOf: (item: unknown) => number): Promise<void> {
  expect(await findLies(journal, timesOf)).toEqual([]);
}
