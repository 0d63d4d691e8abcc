import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { planJob } from "../planning/plan-job.ts";
import { runJob } from "../protocol/run-job.ts";
import { createApiDouble } from "../testing/api-double.test-support.ts";
import { temporaryJournal } from "../testing/temporary-journal.test-support.ts";
import { openJournal } from "./open-journal.ts";
import { triggers } from "./schema.ts";

/** What somebody does to a file whose rules are switched off, and what is said of it. */
test.each([
  ["DELETE FROM batch WHERE first = 1", "I1 receivers 1 to 5 are in no batch"],
  ["INSERT INTO batch (first, last, state) VALUES (3, 4, 'planned')", "I1 batch"],
  ["UPDATE batch SET last = 9 WHERE last = 10", "I1 the batches end at receiver 9, the plan at 10"],
  ["UPDATE batch SET state = 'sending'; UPDATE job SET max_at_stake = 3", "I2 10 receivers are at stake"],
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
