import { setTimeout as wait } from "node:timers/promises";
import { runSlice, type Slice, slicesOf } from "@np6/api-bulk";
import { postgresJournal } from "@np6/api-bulk/postgres";
import { startMock } from "@np6/api-mock";
import { Queue, Worker } from "bullmq";
import { judge, planFor, type QueueResult } from "./count-deliveries.ts";
import { startRedis } from "./start-redis.ts";

/** Lets BullMQ repeat slices: each fails once after it was sent, and stalls of a lock that is short are allowed. @returns why it was not tried, else what came */
export async function tryBullMq(database: string): Promise<QueueResult | string> {
  const redis = await startRedis();
  if (typeof redis === "string") return redis;
  const engine = "bullmq";
  const mock = await startMock({ scenarios: ["latency,milliseconds=20"] });
  const journal = await postgresJournal({ connectionString: database, job: engine });
  const connection = { host: "127.0.0.1", port: redis.port, maxRetriesPerRequest: null };
  const queue = new Queue<Slice>("slices", { connection });
  const np6 = mock.client();
  let deliveries = 0;
  const failed = new Set<number>();
  const workers = [1, 2].map(
    () =>
      new Worker<Slice>(
        "slices",
        async ({ data: slice }) => {
          const summary = await runSlice(journal, { np6, slice, batchSize: 50, canary: false });
          deliveries += 1;
          // BullMQ gives it to somebody again.
          if (summary.state !== "finished") throw new Error(summary.reason ?? summary.state);
          if (failed.has(slice.first)) return;
          failed.add(slice.first);
          throw new Error("the worker dies after the slice was sent");
        },
        { connection, concurrency: 2, autorun: false },
      ),
  );
  try {
    await planFor(journal, engine, 2000);
    const slices = await slicesOf(journal, 200);
    await queue.addBulk(
      slices.map((slice) => ({
        name: "slice",
        data: slice,
        opts: { jobId: `${engine}-${slice.first}`, attempts: 1000, backoff: { type: "fixed", delay: 100 } },
      })),
    );
    for (const worker of workers) {
      worker.on("error", () => {});
      void worker.run();
    }
    const until = Date.now() + 60_000;
    while ((deliveries < slices.length * 2 || (await journal.counts()).pending > 0) && Date.now() < until) {
      await wait(200);
    }
    return {
      engine,
      deliveries,
      slices: slices.length,
      problems: await judge(journal, mock, deliveries, slices.length),
    };
  } finally {
    for (const worker of workers) await worker.close(true);
    await queue.close();
    await journal.close();
    await mock.close();
    await redis.stop();
  }
}
