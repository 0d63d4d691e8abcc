import { setTimeout as wait } from "node:timers/promises";
import { type Boss, enqueueSlices, workOnSlices } from "@np6/api-bulk/pg-boss";
import { postgresJournal } from "@np6/api-bulk/postgres";
import { startMock } from "@np6/api-mock";
import { PgBoss } from "pg-boss";
import { close, judge, planFor, type QueueResult } from "./count-deliveries.ts";

const receivers = 2000;

/**
 * Makes pg-boss repeat slices: each fails once after it was sent, by a listener that throws; all are added a second
 * time; and a worker that exceeds its time limit loses its slice.
 */
export async function tryPgBoss(database: string): Promise<QueueResult> {
  const engine = "pg-boss";
  await using after = new AsyncDisposableStack();
  const mock = after.adopt(await startMock({ scenarios: ["latency,milliseconds=20"] }), close);
  const open = async (job: string) =>
    after.adopt(await postgresJournal({ connectionString: database, job }), close);
  const journal = await open(engine);
  const boss = new PgBoss({ connectionString: database, schema: "queue" });
  after.defer(() => boss.stop({ graceful: false }).catch(() => {}));
  boss.on("error", () => {});
  await boss.start();
  const stop = new AbortController();
  after.defer(() => stop.abort());
  let deliveries = 0;
  const failed = new Set<number>();
  await planFor(journal, engine, receivers);
  const slices = await enqueueSlices(boss as Boss, journal, { job: engine, receivers: 200 });
  await enqueueSlices(boss as Boss, journal, { job: engine, receivers: 200 });
  const workers = [1, 2].map(() =>
    workOnSlices(boss as Boss, {
      np6: mock.client(),
      open,
      batchSize: 50,
      canary: false,
      signal: stop.signal,
      onSlice: ({ first }) => {
        deliveries += 1;
        if (failed.has(first)) return;
        failed.add(first);
        throw new Error("the worker dies after the slice was sent");
      },
    }),
  );
  const until = Date.now() + 60_000;
  while ((deliveries < slices * 2 || (await journal.counts()).pending > 0) && Date.now() < until)
    await wait(200);
  stop.abort();
  await Promise.all(workers);
  return { engine, deliveries, slices, problems: await judge(journal, mock, deliveries, slices) };
}
