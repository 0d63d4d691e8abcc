import { hostname } from "node:os";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { planJob } from "../planning/plan-job.ts";
import { temporaryJournal } from "../testing/temporary-journal.test-support.ts";
import type { Journal, JournalAttempt, Runner, TakenBatch } from "./journal.ts";
import { openJournalWith } from "./open-journal.ts";

let time = 1_000;
async function planned(total = 10, file = temporaryJournal()) {
  const journal = await openJournalWith(file, { now: () => (time += 1) });
  const rows = Array.from({ length: total }, (_, index) => ({ item: index + 1 }));
  await planJob(journal, { operation: "send", input: {}, rows });
  return journal;
}

async function taken(runner: Runner, size: number): Promise<TakenBatch> {
  const batch = await runner.take(size);
  if (batch === undefined) throw new Error("nothing was taken");
  return batch;
}

async function attemptsOf(journal: Journal): Promise<JournalAttempt[]> {
  const attempts: JournalAttempt[] = [];
  for await (const attempt of journal.attempts()) attempts.push(attempt);
  return attempts;
}

const start = (journal: Journal, maxAtStake = 100) => journal.startRunner({ maxAtStake });

test("batches are taken from the front, of at most the size that is asked for, and each of them once", async () => {
  const journal = await planned();
  const runner = await start(journal);
  expect(await runner.take(4)).toMatchObject({ first: 1, last: 4, attempt: 1, items: [1, 2, 3, 4] });
  expect(await runner.take(1)).toMatchObject({ first: 5, last: 5, attempt: 1, items: [5] });
  expect(await runner.take(5)).toMatchObject({ first: 6, last: 10, attempt: 1, items: [6, 7, 8, 9, 10] });
  expect(await runner.take(5)).toBeUndefined();
  expect(await journal.counts()).toMatchObject({ sending: 10, pending: 0 });
  await runner.end();
  await journal.close();
});

test("what goes back is taken first, in smaller pieces when that is asked for, and its attempts are counted", async () => {
  const journal = await planned();
  const runner = await start(journal);
  const first = await taken(runner, 6);
  await taken(runner, 2);
  await runner.settle(
    first,
    { to: "planned" },
    { status: 429, kind: "rate-limited", requestId: "r1", note: "n" },
  );
  expect(await runner.take(6)).toMatchObject({ id: first.id, first: 1, last: 6, attempt: 2 });
  const [one, two, three] = await attemptsOf(journal);
  expect(one).toMatchObject({ first: 1, last: 6, outcome: "planned", status: 429, kind: "rate-limited" });
  expect(one).toMatchObject({ requestId: "r1", note: "n", attempt: 1, batch: first.id });
  expect(one?.endedAt).toBeGreaterThan(one?.sentAt ?? Number.POSITIVE_INFINITY);
  expect(two).toMatchObject({ first: 7, last: 8, outcome: undefined, endedAt: undefined, status: undefined });
  expect(three).toMatchObject({ first: 1, last: 6, attempt: 2 });
  await runner.settle({ ...first, attempt: 2 }, { to: "planned" }, {});
  expect(await runner.take(2)).toMatchObject({ first: 1, last: 2, attempt: 1 });
  expect(await runner.take(9)).toMatchObject({ id: first.id, first: 3, last: 6, attempt: 3 });
  await runner.end();
  await journal.close();
});

test("halves are the two halves, and a limit only falls", async () => {
  const journal = await planned();
  const runner = await start(journal);
  await runner.settle(await taken(runner, 7), { to: "split", limit: 3 }, { status: 413 });
  expect((await journal.job())?.batchLimit).toBe(3);
  const left = await taken(runner, 9);
  expect(left).toMatchObject({ first: 1, last: 4 });
  await runner.settle(left, { to: "split", limit: 5 }, {});
  expect((await journal.job())?.batchLimit).toBe(3);
  const half = await taken(runner, 9);
  expect(half).toMatchObject({ first: 1, last: 2 });
  await runner.settle(half, { to: "split" }, {});
  expect((await journal.job())?.batchLimit).toBe(3);
  for (const [first, last] of [
    [1, 1],
    [2, 2],
    [3, 4],
    [5, 7],
    [8, 10],
  ]) {
    expect(await runner.take(9)).toMatchObject({ first, last });
  }
  expect((await journal.counts()).total).toBe(10);
  expect(await journal.verify()).toEqual([]);
  await runner.end();
  await journal.close();
});

test("outcomes are written for the receivers whose place it is, and attempts end once", async () => {
  const journal = await planned();
  const runner = await start(journal);
  await taken(runner, 2);
  const batch = await taken(runner, 3);
  const outcomes = [
    { index: 0, state: "failed", reason: "said so" },
    { index: 2, state: "unknown", reason: "odd" },
  ] as const;
  await runner.settle(batch, { to: "answered", outcomes }, {});
  const states: unknown[] = [];
  for await (const { seq, state, reason } of journal.items()) states.push([seq, state, reason]);
  expect(states.slice(1, 6)).toEqual([
    [2, "sending", undefined],
    [3, "failed", "said so"],
    [4, "done", undefined],
    [5, "unknown", "odd"],
    [6, "pending", undefined],
  ]);
  expect((await attemptsOf(journal)).map(({ failed }) => failed)).toEqual([0, 1]);
  await expect(runner.settle(batch, { to: "answered", outcomes }, {})).rejects.toThrow(/UNIQUE|once/);
  await runner.end();
  await journal.close();
});

test("what another runner left under way is unknown, with the reason, and is counted; what it had ended stays", async () => {
  const journal = await planned();
  const dead = await start(journal);
  expect(dead.interrupted).toBe(0);
  await dead.settle(await taken(dead, 2), { to: "answered", outcomes: [] }, {});
  await taken(dead, 3);
  await taken(dead, 1);
  await dead.end();
  const next = await start(journal);
  expect(next.interrupted).toBe(4);
  expect(await journal.counts()).toMatchObject({ done: 2, unknown: 4, pending: 4, sending: 0 });
  for await (const { reason } of journal.items({ state: "unknown" })) {
    expect(reason).toBe("the process ended while it was sending");
  }
  const note = "the process ended while it was sending";
  const left = (await attemptsOf(journal)).map((attempt) => [attempt.outcome, attempt.note]);
  expect(left).toEqual([
    ["answered", undefined],
    ["unknown", note],
    ["unknown", note],
  ]);
  const runs = (await journal.events()).filter(({ kind }) => kind === "run").map(({ detail }) => detail);
  expect(runs).toMatchObject([{ interrupted: 0 }, { interrupted: 4, maxAtStake: 100, takeover: null }]);
  await next.end();
  await journal.close();
});

test("no more than allowed is at stake, whatever is asked for", async () => {
  const journal = await planned();
  const runner = await start(journal, 5);
  await taken(runner, 4);
  await expect(runner.take(2)).rejects.toThrow("more receivers would be in flight than allowed");
  expect(await runner.take(1)).toMatchObject({ first: 5, last: 5 });
  await runner.end();
  await journal.close();
});

test("a pause and a cancellation hold from the next batch on; a pause is forgotten when that is asked for", async () => {
  const journal = await planned();
  const runner = await start(journal);
  await taken(runner, 1);
  await journal.pause("lunch");
  expect(await runner.take(1)).toBeUndefined();
  await runner.end();
  const still = await start(journal);
  expect(await still.take(1)).toBeUndefined();
  expect((await journal.job())?.paused).toBe("lunch");
  await still.end();
  const again = await journal.startRunner({ maxAtStake: 10, resume: true });
  expect(await again.take(1)).toMatchObject({ first: 2 });
  expect((await journal.job())?.paused).toBeUndefined();
  await journal.cancel("wrong list");
  expect(await again.take(1)).toBeUndefined();
  await again.end();
  await expect(start(journal)).rejects.toThrow("This job was cancelled. Plan a new one, in a new journal.");
  await journal.close();
});

test("without a plan, and without receivers, nobody runs; the lock is free again after each refusal", async () => {
  const journal = await openJournalWith(temporaryJournal());
  for (let attempt = 0; attempt < 2; attempt += 1) {
    await expect(start(journal)).rejects.toThrow("Nothing is planned in this journal. Plan the job first.");
  }
  await journal.close();
  const purged = await planned();
  await purged.purge();
  await expect(start(purged)).rejects.toThrow(
    "This journal was purged: its receivers were removed. Plan a new job.",
  );
  await purged.close();
});

test("an attempt counts the receivers that failed, and not those of whom nothing is known", async () => {
  const journal = await planned(5);
  const runner = await start(journal);
  const outcomes = [
    { index: 0, state: "failed", reason: "no" },
    { index: 1, state: "unknown", reason: "odd" },
    { index: 3, state: "unknown", reason: "odd" },
  ] as const;
  await runner.settle(await taken(runner, 4), { to: "answered", outcomes }, {});
  await runner.settle(await taken(runner, 1), { to: "ran" }, {});
  expect((await attemptsOf(journal)).map(({ failed }) => failed)).toEqual([1, 0]);
  await runner.end();
  await journal.close();
});

test("who runs it is in the events, and each of its transactions is a write point", async () => {
  const points: string[] = [];
  const file = temporaryJournal();
  const journal = await openJournalWith(file, { now: () => 7, points: (name) => points.push(name) });
  await planJob(journal, { operation: "send", input: {}, rows: [{ item: 1 }] });
  points.length = 0;
  const runner = await start(journal);
  await runner.settle(await taken(runner, 1), { to: "unknown" }, {});
  expect(points).toEqual(["start", "take", "settle"].flatMap((name) => [`${name}:begun`, `${name}:written`]));
  await runner.end();
  expect((await journal.events()).at(-1)).toMatchObject({
    kind: "run",
    detail: { runner: `${hostname()} ${process.pid} 7` },
  });
  await journal.close();
});

test("a plan that was not finished is none", async () => {
  const file = temporaryJournal();
  const journal = await planned(5, file);
  const database = new DatabaseSync(file);
  database.exec("UPDATE job SET planned = 0");
  database.close();
  await expect(start(journal)).rejects.toThrow("Nothing is planned in this journal. Plan the job first.");
  await journal.close();
});
