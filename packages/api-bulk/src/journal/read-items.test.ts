import { expect, test } from "vitest";
import { planJob } from "../planning/plan-job.ts";
import { runJobWith } from "../protocol/run-job.ts";
import { createApiDouble, type Fate } from "../testing/api-double.test-support.ts";
import { createFakeClock } from "../testing/fake-clock.test-support.ts";
import { temporaryJournal } from "../testing/temporary-journal.test-support.ts";
import type { ItemState, JournalAttempt } from "./journal.ts";
import { openJournal, openJournalWith } from "./open-journal.ts";

test("every receiver is read once, in the order of the source, whatever became of the batches before and behind it", async () => {
  const journal = await openJournal(temporaryJournal());
  const total = 5_000;
  const rows = Array.from({ length: total }, (_, index) => ({ item: index + 1 }));
  await planJob(journal, { operation: "send", input: {}, rows, onBadBatch: "split" });
  const fates: Fate[] = ["good", "some fail", "429", "good", "500", "good", "429", "reset ran", "good"];
  const api = createApiDouble(() => fates.shift() ?? "good", { limit: 300, poison: [1_234] });
  await runJobWith(journal, { operation: api.operation, batchSize: 400 }, createFakeClock());

  const read = async (state?: ItemState) => {
    const found: number[] = [];
    for await (const { seq, item } of journal.items(state === undefined ? {} : { state })) {
      expect(item).toBe(seq);
      found.push(seq);
    }
    return found;
  };
  expect(await read()).toEqual(rows.map(({ item }) => item));
  const counts = await journal.counts();
  const { total: _, ...byState } = counts;
  for (const [state, count] of Object.entries(byState)) {
    const found = await read(state as ItemState);
    expect({ state, count: found.length }).toEqual({ state, count });
    expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
  }

  // A receiver's attempts are exactly the requests that contained it, in order.
  const made: JournalAttempt[] = [];
  for await (const attempt of journal.attempts()) made.push(attempt);
  for await (const { seq, attempts } of journal.items()) {
    expect(attempts).toEqual(made.filter(({ first, last }) => first <= seq && last >= seq));
  }
  await journal.close();
});

test("the audit stands in the order in which it was written, although the clock is set back", async () => {
  const clock = createFakeClock();
  const journal = await openJournalWith(temporaryJournal(), { now: clock.now });
  const rows = Array.from({ length: 30 }, (_, index) => ({ item: index + 1 }));
  await planJob(journal, { operation: "send", input: {}, rows });
  const fates: Fate[] = ["429", "good"];
  const api = createApiDouble(() => {
    clock.jump(-3_600_000);
    return fates.shift() ?? "good";
  });
  await runJobWith(journal, { operation: api.operation, batchSize: 10, canary: false }, clock);
  const read: string[] = [];
  for await (const { first, outcome } of journal.attempts()) read.push(`${first} ${outcome}`);
  expect(read).toEqual(["1 planned", "1 answered", "11 answered", "21 answered"]);
  await journal.close();
});

test("items are read from the last to the first, over pages and batches", async () => {
  const journal = await openJournal(temporaryJournal());
  const rows = Array.from({ length: 2500 }, (_, index) => ({ item: index + 1 }));
  await planJob(journal, { operation: "send", input: {}, rows });
  const runner = await journal.startRunner({ maxAtStake: 2000, resume: true });
  await runner.take(1200);
  await runner.end();
  const seqs: number[] = [];
  for await (const { seq } of journal.items({ order: "last-to-first" })) seqs.push(seq);
  expect(seqs).toEqual(rows.map(({ item }) => item).toReversed());
  await journal.close();
});
