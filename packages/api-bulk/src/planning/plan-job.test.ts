import { existsSync, readFileSync, statSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openJournal } from "../journal/open-journal.ts";
import { runJob } from "../protocol/run-job.ts";
import { createApiDouble } from "../testing/api-double.test-support.ts";
import { temporaryJournal } from "../testing/temporary-journal.test-support.ts";
import { planJob } from "./plan-job.ts";

const plan = (rows: readonly unknown[], more: object = {}) => ({
  operation: "send",
  input: {},
  rows: rows.map((item) => ({ item })),
  ...more,
});

async function itemsOf(journal: Awaited<ReturnType<typeof openJournal>>) {
  const items: unknown[] = [];
  for await (const { item, state } of journal.items()) items.push([item, state]);
  return items;
}

test("what was planned is read again, whatever it is", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.jsonValue({ noUnicodeString: false }), { minLength: 1, maxLength: 30 }),
      async (rows) => {
        const journal = await openJournal(temporaryJournal());
        await planJob(journal, plan(rows, { duplicates: "keep" }));
        expect(await itemsOf(journal)).toEqual(
          rows.map((item) => [JSON.parse(JSON.stringify(item)), "pending"]),
        );
        expect(await journal.verify()).toEqual([]);
        await journal.close();
      },
    ),
    { numRuns: 30 },
  );
});

test("the rows of the source are read again, whatever their columns are", async () => {
  const cell = fc.oneof(fc.constantFrom("", "A1", "A2", '"', "\u0001", "\u0002"), fc.string());
  const row = fc.oneof(
    { weight: 3, arbitrary: fc.record({ id: cell }) },
    { weight: 3, arbitrary: fc.record({ id: cell, name: cell }) },
    fc.dictionary(fc.oneof(fc.constantFrom("0", "name", "__proto__"), fc.string()), cell),
    fc.constant(undefined),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (rows) => {
      const journal = await openJournal(temporaryJournal());
      const planned = rows.map((row) => ({ item: { receiver: { type: "id", value: row?.id ?? "" } }, row }));
      await planJob(journal, { operation: "send", input: {}, rows: planned, duplicates: "keep" });
      let at = 0;
      for await (const { item, row } of journal.items()) {
        expect(item).toEqual(planned[at]?.item);
        expect(Object.entries(row ?? {})).toEqual(Object.entries(rows[at] ?? {}));
        expect(row === undefined).toBe(rows[at] === undefined);
        at += 1;
      }
      expect(at).toBe(rows.length);
      await journal.close();
    }),
    { numRuns: 20 },
  );
});

test("the column that is the receiver costs one byte for each row", async () => {
  const sizes: number[] = [];
  for (const withRows of [false, true]) {
    const file = temporaryJournal();
    const journal = await openJournal(file);
    const rows = Array.from({ length: 20_000 }, (_, index) => {
      const value = (index * 7919).toString(36).padStart(8, "0");
      return { item: { receiver: { type: "id", value } }, row: withRows ? { target_id: value } : undefined };
    });
    await planJob(journal, { operation: "send", input: {}, rows });
    await journal.close();
    sizes.push(statSync(file).size / rows.length);
  }
  const [without = 0, withRows = 0] = sizes;
  expect(without).toBeLessThan(22);
  expect(withRows - without).toBeLessThan(1.5);
});

test("duplicates are refused by name, and nothing is planned then", async () => {
  const journal = await openJournal(temporaryJournal());
  await expect(planJob(journal, plan(["a", "b", "a", "b"]))).rejects.toThrow(
    "2 receivers occur more than once: receiver 3 is receiver 1, receiver 4 is receiver 2.",
  );
  expect(await journal.job()).toBeUndefined();
  // The file accepts a new plan.
  expect(await planJob(journal, plan(["a", "b"]))).toMatchObject({ total: 2, pending: 2 });
  await expect(planJob(journal, plan(["c"]))).rejects.toThrow("already has a plan");
  await journal.close();
});

test("the first of each is sent to when that is chosen", async () => {
  const journal = await openJournal(temporaryJournal());
  await planJob(journal, plan(["a", "b", "a", "c", "a"], { duplicates: "first" }));
  const api = createApiDouble(() => "good");
  const { counts, state } = await runJob(journal, { operation: api.operation });
  expect([state, counts.done, counts.skipped, counts.total]).toEqual(["finished", 3, 2, 5]);
  expect([...api.executed]).toEqual([
    ["a", 1],
    ["b", 1],
    ["c", 1],
  ]);
  expect(await journal.verify()).toEqual([]);
  await journal.close();
});

test("a source that breaks in the middle leaves no plan", async () => {
  const journal = await openJournal(temporaryJournal());
  const rows = (async function* () {
    for (let item = 0; item < 2000; item += 1) yield { item };
    throw new Error("the source broke");
  })();
  await expect(planJob(journal, { operation: "send", input: {}, rows })).rejects.toThrow("the source broke");
  expect(await journal.job()).toBeUndefined();
  await expect(runJob(journal, { operation: createApiDouble(() => "good").operation })).rejects.toThrow(
    "nothing is planned",
  );
  await journal.close();
});

test("a purged journal has nothing of a person in any of its files, and keeps its counts", async () => {
  const file = temporaryJournal();
  const journal = await openJournal(file);
  const rows = Array.from({ length: 3000 }, (_, index) => ({
    item: `person-${index}-secret`,
    row: { name: `Jane ${index} Doe` },
  }));
  await planJob(journal, { operation: "send", input: {}, rows });
  const { counts } = await runJob(journal, { operation: createApiDouble(() => "good").operation });
  const bytes = () =>
    [file, `${file}-wal`].map((name) => (existsSync(name) ? readFileSync(name, "latin1") : "")).join();
  await journal.purge();
  expect(await journal.counts()).toEqual(counts);
  expect(await journal.verify()).toEqual([]);
  await journal.close();
  expect(bytes()).not.toMatch(/secret|Jane|person-/);
});
