import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { planJob } from "../planning/plan-job.ts";
import { temporaryJournal } from "../testing/temporary-journal.test-support.ts";
import { isLocked } from "./hold-lock.ts";
import type { ItemState } from "./journal.ts";
import { openJournal, openJournalWith } from "./open-journal.ts";

const rows = Array.from({ length: 2_500 }, (_, index) => ({ item: { n: index + 1 } }));

test("a file that is no journal, or one of another version, is refused by name, and let go", async () => {
  const [text, other] = [temporaryJournal(), temporaryJournal()];
  writeFileSync(text, "this is a letter and no database".repeat(200));
  await expect(openJournal(text)).rejects.toThrow(`${text} is not a journal. Use another file.`);
  await (await openJournal(other)).close();
  const database = new DatabaseSync(other);
  database.exec("PRAGMA user_version = 99");
  await expect(openJournal(other)).rejects.toThrow("is not a journal of this version of @np6/api-bulk");
  database.exec("DROP TABLE job");
  database.close();
});

test("a file that cannot be opened says what SQLite says", async () => {
  await expect(openJournal("/nowhere/at/all.db")).rejects.toThrow(/no such file|ENOENT/);
});

test("what somebody said to a job is in its events, with the counts of that time", async () => {
  const points: string[] = [];
  const journal = await openJournalWith(temporaryJournal(), {
    now: () => 42,
    points: (name) => points.push(name),
  });
  await planJob(journal, { operation: "send", input: {}, rows, executionIds: false });
  expect(points).toEqual([
    ...["clear", "chunk", "chunk", "chunk", "plan"].flatMap((name) => [`${name}:begun`, `${name}:written`]),
  ]);
  points.length = 0;
  await journal.pause("lunch");
  await journal.note("mine", { of: 1 });
  await journal.note("empty", undefined);
  await journal.cancel("wrong list");
  expect(await journal.job()).toMatchObject({ purgedAt: undefined });
  await journal.resolve([{ first: 1, last: 9, as: "ran" }], "somebody", "nothing was unknown");
  await journal.purge();
  expect(await journal.job()).toMatchObject({ purgedAt: 42 });
  const said = (await journal.events()).map(({ at, kind, detail, counts }) => [
    at,
    kind,
    detail,
    counts.pending,
  ]);
  expect(said).toEqual([
    [42, "plan", { duplicates: "refuse", skipped: 0 }, 2_500],
    [42, "pause", { reason: "lunch" }, 2_500],
    [42, "mine", { of: 1 }, 2_500],
    [42, "empty", null, 2_500],
    [42, "cancel", { reason: "wrong list" }, 2_500],
    [42, "resolve", { by: "somebody", reason: "nothing was unknown", resolved: 0 }, 2_500],
    [42, "purge", null, 2_500],
  ]);
  expect(points).toEqual(
    ["pause", "note", "note", "cancel", "resolve", "purge"].flatMap((name) => [
      `${name}:begun`,
      `${name}:written`,
    ]),
  );
  await journal.close();
});

test("a job says how it was planned", async () => {
  for (const executionIds of [true, false]) {
    const journal = await openJournalWith(temporaryJournal(), { now: () => 7 });
    expect(await journal.job()).toBeUndefined();
    const onBadBatch = executionIds ? "split" : "unknown";
    await planJob(journal, { operation: "send", input: { a: 1 }, rows, executionIds, onBadBatch });
    expect(await journal.job()).toMatchObject({
      operation: "send",
      input: { a: 1 },
      total: 2_500,
      executionIds,
      onBadBatch,
      createdAt: 7,
      batchLimit: undefined,
      paused: undefined,
      cancelled: false,
      purgedAt: undefined,
      planHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    await journal.close();
    // A second close is allowed.
    await journal.close();
  }
});

test("a transaction that fails leaves nothing behind, and the next one begins", async () => {
  let fails = "";
  const journal = await openJournalWith(temporaryJournal(), {
    points: (name) => {
      if (name === fails) throw new Error("in the middle");
    },
  });
  await planJob(journal, { operation: "send", input: {}, rows });
  fails = "pause:begun";
  await expect(journal.pause("lunch")).rejects.toThrow("in the middle");
  expect((await journal.job())?.paused).toBeUndefined();
  fails = "pause:written";
  await expect(journal.pause("lunch")).rejects.toThrow("in the middle");
  expect((await journal.job())?.paused).toBe("lunch");
  await journal.close();
});

test("the last receivers are read first when that is asked for, over pages and batches", async () => {
  const journal = await openJournal(temporaryJournal());
  await planJob(journal, { operation: "send", input: {}, rows });
  const runner = await journal.startRunner({ maxAtStake: 2_000 });
  for (const size of [1_100, 7]) {
    const batch = await runner.take(size);
    if (batch === undefined) throw new Error("nothing was taken");
    const results = batch.items.map((_, index) => (index === 1 ? undefined : { at: index }));
    const outcomes = [{ index: 0, state: "failed", reason: "said so" }] as const;
    await runner.settle(batch, { to: "answered", outcomes, results }, {});
  }
  await runner.end();
  const read = async (options: { state?: ItemState; order?: "last-to-first" } = {}) => {
    const found: (readonly [number, unknown])[] = [];
    for await (const { seq, result } of journal.items(options)) found.push([seq, result]);
    return found;
  };
  const forward = await read();
  expect(forward.map(([seq]) => seq)).toEqual(rows.map(({ item }) => item.n));
  expect(forward.slice(0, 3)).toEqual([
    [1, { at: 0 }],
    [2, null],
    [3, { at: 2 }],
  ]);
  expect(forward[1_100]).toEqual([1_101, { at: 0 }]);
  expect(forward[1_107]).toEqual([1_108, undefined]);
  expect(await read({ order: "last-to-first" })).toEqual(forward.toReversed());
  expect((await read({ state: "failed" })).map(([seq]) => seq)).toEqual([1, 1_101]);
  await journal.close();
});

test("whether a job runs can be seen without taking its lock", async () => {
  const file = temporaryJournal();
  const journal = await openJournal(file);
  expect(isLocked(file)).toBe(false);
  await planJob(journal, { operation: "send", input: {}, rows });
  expect(isLocked(file)).toBe(false);
  expect(await journal.isRunning()).toBe(false);
  const runner = await journal.startRunner({ maxAtStake: 1 });
  expect(isLocked(file)).toBe(true);
  expect(await journal.isRunning()).toBe(true);
  await runner.end();
  expect(isLocked(file)).toBe(false);
  await journal.close();
});

test("a plan is one file when it is made, and a purge leaves no receiver in any of its files", async () => {
  const file = temporaryJournal();
  const journal = await openJournal(file);
  const items = Array.from({ length: 300 }, (_, index) => ({ item: { name: `person-${index}` } }));
  await planJob(journal, { operation: "send", input: {}, rows: items });
  expect(statSync(`${file}-wal`).size).toBe(0);
  const traces = () =>
    readdirSync(dirname(file)).filter((name) => readFileSync(join(dirname(file), name)).includes("person-2"));
  await journal.purge();
  expect(statSync(`${file}-wal`).size).toBe(0);
  await journal.close();
  await expect(journal.counts()).rejects.toThrow("database is not open");
  expect(traces()).toEqual([]);
});

test("an empty journal has no receivers", async () => {
  const journal = await openJournal(temporaryJournal());
  for await (const item of journal.items()) expect(item).toBe("none");
  expect(await journal.counts()).toMatchObject({ total: 0 });
  await journal.close();
});
