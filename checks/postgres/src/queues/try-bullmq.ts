import { setTimeout as wait } from "node:timers/promises";
import { runSlice, type Slice, slicesOf } from "@np6/api-bulk";
import { postgresJournal } from "@np6/api-bulk/postgres";
import { startMock } from "@np6/api-mock";
import { Queue, Worker } from "bullmq";
import { close, judge, planFor, type QueueResult } from "./count-deliveries.ts";
import { startRedis } from "./start-redis.ts";

/** Makes BullMQ repeat slices, by failures after the sending and by stalls. @returns the reason if not tried */
export async function tryBullMq(database: string): Promise<QueueResult | string> {
  const started = await startRedis();
  if (typeof started === "string") return started;
  await using redis = started;
  await using after = new AsyncDisposableStack();
  const engine = "bullmq";
  const mock = after.adopt(await startMock({ scenarios: ["latency,milliseconds=20"] }), close);
  const journal = after.adopt(await postgresJournal({ connectionString: database, job: engine }), close);
  const connection = { host: "127.0.0.1", port: redis.port, maxRetriesPerRequest: null };
  const queue = after.adopt(new Queue<Slice>("slices", { connection }), close);
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
          // BullMQ delivers it again.
          if (summary.state !== "finished") throw new Error(summary.reason ?? summary.state);
          if (failed.has(slice.first)) return;
          failed.add(slice.first);
          throw new Error("the worker dies after the slice was sent");
        },
        { connection, concurrency: 2, autorun: false },
      ),
  );
  after.defer(async () => {
    for (const worker of workers) await worker.close(true);
  });
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
}
