import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { planJob } from "../planning/plan-job.ts";
import { runJobWith } from "../protocol/run-job.ts";
import { createApiDouble, type Fate } from "../testing/api-double.test-support.ts";
import { createFakeClock } from "../testing/fake-clock.test-support.ts";
import { temporaryJournal } from "../testing/temporary-journal.test-support.ts";
import type { Journal, Resolution } from "./journal.ts";
import { openJournal } from "./open-journal.ts";

/** Runs a job of 30 items in three batches of 10 with these fates. */
async function ranWith(fates: Fate[]) {
  const file = temporaryJournal();
  const journal = await openJournal(file);
  const rows = Array.from({ length: 30 }, (_, index) => ({ item: index + 1 }));
  await planJob(journal, { operation: "send", input: {}, rows });
  const api = createApiDouble(() => fates.shift() ?? "good");
  const run = () =>
    runJobWith(
      journal,
      { operation: api.operation, canary: false, batchSize: 10, maxAtStake: 10 },
      createFakeClock(),
    );
  await run();
  return { file, journal, api, run };
}

/** Writes the states as one line with their first numbers, such as `1 done 11 unknown`. */
async function statesOf(journal: Journal): Promise<string> {
  const parts: string[] = [];
  let last = "";
  for await (const { seq, state } of journal.items()) {
    if (state !== last) parts.push(`${seq} ${state}`);
    last = state;
  }
  return parts.join(", ");
}

const resolved = (journal: Journal, ...resolutions: Resolution[]) =>
  journal.resolve(resolutions, "somebody", "looked");

test("a range that cuts batches resolves what is unknown in it, and nothing else", async () => {
  const { file, journal, api, run } = await ranWith(["500", "good", "short"]);
  expect(await statesOf(journal)).toBe("1 unknown, 11 done, 21 ran");
  expect(await resolved(journal, { first: 4, last: 25, as: "ran" })).toBe(12);
  expect(await statesOf(journal)).toBe("1 unknown, 4 done, 26 ran");
  expect(await resolved(journal, { first: 2, last: 2, as: "did-not-run" })).toBe(1);
  expect(await statesOf(journal)).toBe("1 unknown, 2 pending, 3 unknown, 4 done, 26 ran");
  // A second resolution: no item is unknown there any more.
  expect(await resolved(journal, { first: 4, last: 25, as: "did-not-run" })).toBe(0);
  expect(await resolved(journal, { first: 2, last: 2, as: "ran" })).toBe(0);
  await run();
  expect(await statesOf(journal)).toBe("1 unknown, 2 done, 3 unknown, 4 done, 26 ran");
  expect(api.sizes).toEqual([10, 10, 10, 1]);
  for await (const { seq, reason } of journal.items({ state: "unknown" })) {
    expect([seq, reason]).toEqual([expect.any(Number), expect.stringContaining("500")]);
  }
  const reasons: unknown[] = [];
  for await (const { seq, reason } of journal.items()) if (seq > 3 && seq < 12) reasons.push(reason);
  expect(reasons).toEqual([...Array.from({ length: 7 }, () => "resolved: looked"), undefined]);
  expect(await journal.verify()).toEqual([]);
  await journal.close();
  expect(resolutionsIn(file)).toEqual([
    [2, 2, "did-not-run", "somebody", "looked"],
    [4, 10, "ran", "somebody", "looked"],
    [21, 25, "ran", "somebody", "looked"],
  ]);
});

test("the whole of a batch, and its two ends, are cut where they have to be", async () => {
  const { journal } = await ranWith(["500", "500", "good"]);
  expect(await resolved(journal, { first: 1, last: 10, as: "ran" })).toBe(10);
  expect(await statesOf(journal)).toBe("1 done, 11 unknown, 21 done");
  expect(await resolved(journal, { first: 1, last: 11, as: "ran" })).toBe(1);
  expect(await resolved(journal, { first: 20, last: 30, as: "did-not-run" })).toBe(1);
  expect(await statesOf(journal)).toBe("1 done, 12 unknown, 20 pending, 21 done");
  expect(await journal.counts()).toMatchObject({ done: 21, unknown: 8, pending: 1, total: 30 });
  expect(await journal.verify()).toEqual([]);
  await journal.close();
});

/** Reads the recorded resolutions. */
function resolutionsIn(file: string): unknown[] {
  const database = new DatabaseSync(file);
  const rows = database
    .prepare("SELECT first, last, resolved, by, reason FROM resolution ORDER BY first")
    .all();
  database.close();
  return rows.map((row) => Object.values(row));
}

test("one receiver of an answered batch whose result said nothing is done, or failed with the reason; it is not sent again", async () => {
  const { file, journal, api, run } = await ranWith(["odd result"]);
  expect(await statesOf(journal)).toBe("1 unknown, 11 done");
  expect(
    await resolved(journal, { first: 1, last: 4, as: "ran" }, { first: 5, last: 5, as: "did-not-run" }),
  ).toBe(5);
  expect(await statesOf(journal)).toBe("1 done, 5 failed, 6 unknown, 11 done");
  for await (const { reason } of journal.items({ state: "failed" })) {
    expect(reason).toBe("did not run, resolved: looked");
  }
  await run();
  expect(api.sizes).toEqual([10, 10, 10]);
  expect(await journal.verify()).toEqual([]);
  await journal.close();
  expect(resolutionsIn(file)).toEqual([
    ...[1, 2, 3, 4].map((seq) => [seq, seq, "ran", "somebody", "looked"]),
    [5, 5, "did-not-run", "somebody", "looked"],
  ]);
});

test("what somebody resolved is in the events, with who and why", async () => {
  const { journal } = await ranWith(["500"]);
  await resolved(journal, { first: 1, last: 3, as: "ran" });
  const events = await journal.events();
  expect(events.at(-1)).toMatchObject({
    kind: "resolve",
    detail: { by: "somebody", reason: "looked", resolved: 3 },
    counts: { done: 23, unknown: 7 },
  });
  await journal.close();
});
