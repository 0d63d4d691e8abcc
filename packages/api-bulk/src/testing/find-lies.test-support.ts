import type { Journal } from "../journal/journal.ts";

/**
 * Compares the state of every receiver in a journal with its real executions.
 *
 * @returns the differences, and the broken invariants of the journal; at most a thousand lines
 */
export async function findLies(journal: Journal, timesOf: (item: unknown) => number): Promise<string[]> {
  const lies: string[] = [];
  for await (const { seq, item, state } of journal.items()) {
    const times = timesOf(item);
    if (times > 1) lies.push(`${seq} ran ${times} times`);
    if (state === "done" && times === 0) lies.push(`${seq} is done and never ran`);
    if (["pending", "failed", "skipped"].includes(state) && times > 0)
      lies.push(`${seq} is ${state} and ran`);
    if (lies.length >= 1000) break;
  }
  return [...lies, ...(await journal.verify())];
}
