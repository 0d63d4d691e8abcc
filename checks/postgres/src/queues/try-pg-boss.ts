import { setTimeout as wait } from "node:timers/promises";
import { type Boss, enqueueSlices, workOnSlices } from "@np6/api-bulk/pg-boss";
import { postgresJournal } from "@np6/api-bulk/postgres";
import { startMock } from "@np6/api-mock";
import { PgBoss } from "pg-boss";
import { judge, planFor, type QueueResult } from "./count-deliveries.ts";

const receivers = 2000;

/**
 * Lets pg-boss repeat slices: each is failed once by a listener that throws after it was sent, all are put in a second time, and a worker
 * that holds one for longer than it may has it taken away.
 */
export async function tryPgBoss(database: string): Promise<QueueResult> {
  const engine = "pg-boss";
  const mock = await startMock({ scenarios: ["latency,milliseconds=20"] });
  const journal = await postgresJournal({ connectionString: database, job: engine });
  const boss = new PgBoss({ connectionString: database, schema: "queue" });
  boss.on("error", () => {});
  await boss.start();
  const stop = new AbortController();
  const opened = [journal];
  let deliveries = 0;
  const failed = new Set<number>();
  try {
    await planFor(journal, engine, receivers);
    const slices = await enqueueSlices(boss as Boss, journal, { job: engine, receivers: 200 });
    await enqueueSlices(boss as Boss, journal, { job: engine, receivers: 200 });
    const workers = [1, 2].map(() =>
      workOnSlices(boss as Boss, {
        np6: mock.client(),
        open: async (job) => {
          const own = await postgresJournal({ connectionString: database, job });
          opened.push(own);
          return own;
        },
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
  } finally {
    stop.abort();
    await boss.stop({ graceful: false }).catch(() => {});
    for (const one of opened) await one.close();
    await mock.close();
  }
}
