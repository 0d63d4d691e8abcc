import { readFileSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { once } from "../once/once.ts";
import { planJob } from "../planning/plan-job.ts";
import { runJob } from "../protocol/run-job.ts";
import { createApiDouble } from "../testing/api-double.test-support.ts";
import { temporaryJournal } from "../testing/temporary-journal.test-support.ts";
import { openJournal } from "./open-journal.ts";
import { triggers } from "./schema.ts";

/** Changes of a file with disabled triggers, and the expected report. */
test.each([
  ["DELETE FROM batch WHERE first = 1", "I1 receivers 1 to 5 are in no batch"],
  ["INSERT INTO batch (first, last, state) VALUES (3, 4, 'planned')", "I1 batch"],
  ["UPDATE batch SET last = 9 WHERE last = 10", "I1 the batches end at receiver 9, the plan at 10"],
  ["UPDATE batch SET state = 'sending'; UPDATE job SET max_at_stake = 3", "I2 10 receivers are in flight"],
  [
    "INSERT INTO attempt (batch, n, first, last, runner, sent_at, outcome) VALUES (1, 9, 5, 6, '', 0, 'unknown')",
    "I3 receivers 5 to",
  ],
  ["UPDATE job SET total = 11", "I4 the counts are"],
  ["UPDATE batch SET state = 'unknown'; INSERT INTO outcome VALUES (2, 'failed', '')", "I5 1 outcomes"],
  ["SELECT 1", "I6 the rule batch_arrow is missing"],
  ["UPDATE item SET body = '77' WHERE seq = 7", "I7 the receivers are not those that were planned"],
])("%s is found", async (sql, problem) => {
  const file = temporaryJournal();
  const journal = await openJournal(file);
  const rows = Array.from({ length: 10 }, (_, index) => ({ item: index + 1 }));
  await planJob(journal, { operation: "send", input: {}, rows });
  const { operation } = createApiDouble(() => "good");
  await runJob(journal, { operation, canary: false, batchSize: 5 });
  expect(await journal.verify()).toEqual([]);
  const database = new DatabaseSync(file);
  for (const name of Object.keys(triggers)) database.exec(`DROP TRIGGER ${name}`);
  database.exec(sql);
  database.close();
  expect((await journal.verify()).join("\n")).toContain(problem);
  await journal.close();
});

test("a journal without a plan says so; one that only guards single calls is well", async () => {
  const journal = await openJournal(temporaryJournal());
  const nothing = "I0 nothing is planned, or the plan was not finished";
  expect(await journal.verify()).toEqual([nothing]);
  const rows = (async function* () {
    yield { item: 1 };
    expect(await journal.verify()).toEqual([nothing]);
  })();
  await planJob(journal, { operation: "send", input: {}, rows });
  expect(await journal.verify()).toEqual([]);
  await journal.close();
});

/** Makes a journal of 20 receivers, sent in batches of 5, and changes it by SQL. */
async function changed(sql: string): Promise<readonly string[]> {
  const file = temporaryJournal();
  const journal = await openJournal(file);
  const rows = Array.from({ length: 20 }, (_, index) => ({ item: index + 1 }));
  await planJob(journal, { operation: "send", input: {}, rows });
  await runJob(journal, { operation: createApiDouble(() => "good").operation, canary: false, batchSize: 5 });
  const database = new DatabaseSync(file);
  const kept = database.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all();
  for (const { name } of kept) database.exec(`DROP TRIGGER ${name}`);
  database.exec(sql);
  for (const rule of kept) database.exec(String(rule.sql));
  database.close();
  const problems = await journal.verify();
  await journal.close();
  return problems;
}

test("what was sent twice is named, by range and attempts, and once for each pair", async () => {
  const again = (batch: number, first: number, last: number, outcome = "'unknown'") =>
    `INSERT INTO attempt (batch, n, first, last, runner, sent_at, outcome) VALUES (${batch}, 9, ${first}, ${last}, '', 0, ${outcome});`;
  expect(await changed(again(90, 4, 7))).toEqual([
    expect.stringMatching(
      /^I3 receivers 4 to 5 are in batch \d+ attempt 1 and batch 90 attempt 9, and both may have run$/,
    ),
    expect.stringMatching(
      /^I3 receivers 6 to 7 are in batch 90 attempt 9 and batch \d+ attempt 1, and both may/,
    ),
  ]);
  expect(await changed(again(90, 20, 20, "NULL"))).toHaveLength(1);
  expect(await changed(again(90, 4, 7, "'planned'"))).toEqual([]);
  // A person recorded that it did not run: for all receivers, or only for some.
  const cleared = (first: number, last: number, resolved = "did-not-run") =>
    `INSERT INTO resolution (first, last, resolved, by, reason, at) VALUES (${first}, ${last}, '${resolved}', '', '', 0);`;
  expect(await changed(again(90, 2, 3) + cleared(1, 9))).toEqual([]);
  expect(await changed(again(90, 2, 3) + cleared(3, 9))).toHaveLength(1);
  expect(await changed(again(90, 2, 3) + cleared(1, 2))).toHaveLength(1);
  expect(await changed(again(90, 2, 3) + cleared(1, 9, "ran"))).toHaveLength(1);
});

test("each invariant is told from the others", async () => {
  expect(await changed("DELETE FROM item WHERE seq = 20")).toEqual([
    "I7 the receivers are not those that were planned",
  ]);
  expect(await changed("UPDATE job SET input = '{\"a\":1}'")).toHaveLength(1);
  expect(await changed("UPDATE job SET total = 21")).toEqual([
    "I1 the batches end at receiver 20, the plan at 21",
    expect.stringMatching(/^I4 the counts are .*"total":20\}, and the plan has 21 receivers$/),
    "I7 the receivers are not those that were planned",
  ]);
  // Two outcomes for a batch of one receiver that is gone: the number of done receivers is negative.
  expect(
    await changed(
      "UPDATE batch SET state = 'unknown'; INSERT INTO outcome VALUES (1, 'failed', ''), (2, 'failed', '')",
    ),
  ).toEqual([
    'I4 the counts are {"pending":0,"sending":0,"done":-2,"failed":2,"unknown":20,"ran":0,"skipped":0,"total":20}, and the plan has 20 receivers',
    "I5 2 outcomes belong to no answered batch",
  ]);
});

test("one rule that is missing is named", async () => {
  const file = temporaryJournal();
  const journal = await openJournal(file);
  await planJob(journal, { operation: "send", input: {}, rows: [{ item: 1 }] });
  const database = new DatabaseSync(file);
  database.exec("DROP TRIGGER batch_kept");
  database.close();
  expect(await journal.verify()).toEqual(["I6 the rule batch_kept is missing"]);
  await journal.close();
});

test("many receivers are compared with the plan, too", async () => {
  const file = temporaryJournal();
  const journal = await openJournal(file);
  const rows = Array.from({ length: 2_000 }, (_, index) => ({
    item: { name: `receiver-${index}`.repeat(5) },
  }));
  await planJob(journal, { operation: "send", input: {}, rows });
  expect(await journal.verify()).toEqual([]);
  const database = new DatabaseSync(file);
  database.exec("UPDATE item SET body = replace(body, '7', '8') WHERE seq = 78");
  database.close();
  expect(await journal.verify()).toEqual(["I7 the receivers are not those that were planned"]);
  await journal.close();
});

test("a journal that only guards single calls is well", async () => {
  const journal = await openJournal(temporaryJournal());
  await once(journal, "message-1", async () => undefined);
  expect(await journal.verify()).toEqual([]);
  await journal.close();
});

test("a damaged file is told", async () => {
  const file = temporaryJournal();
  const journal = await openJournal(file);
  const rows = Array.from({ length: 2_000 }, (_, index) => ({
    item: { name: `receiver-${index}`.repeat(5) },
  }));
  await planJob(journal, { operation: "send", input: {}, rows });
  await journal.close();
  const bytes = readFileSync(file);
  // The header of a page in the middle, with the number and offsets of its cells.
  bytes.fill(0xff, 4096 * 20 + 1, 4096 * 20 + 40);
  writeFileSync(file, bytes);
  const damaged = await openJournal(file);
  expect((await damaged.verify()).join()).toMatch(/^I0 the file is damaged: /);
  await damaged.close();
});
