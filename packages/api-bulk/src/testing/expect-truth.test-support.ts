import { expect } from "vitest";
import type { Journal } from "../journal/journal.ts";

/** Compares what a journal says of every receiver with what really ran. */
export async function expectTruth(journal: Journal, timesOf: (item: unknown) => number): Promise<void> {
  const lies: string[] = [];
  for await (const { seq, item, state } of journal.items()) {
    const times = timesOf(item);
    if (times > 1) lies.push(`${seq} ran ${times} times`);
    if (state === "done" && times === 0) lies.push(`${seq} is done and never ran`);
    if (["pending", "failed", "skipped"].includes(state) && times > 0)
      lies.push(`${seq} is ${state} and ran`);
  }
  expect(lies).toEqual([]);
  expect(await journal.verify()).toEqual([]);
}
