import { type Attributes, type Meter, metrics } from "@opentelemetry/api";
import { expect, onTestFinished, test } from "vitest";
import { openJournal } from "../journal/open-journal.ts";
import { planJob } from "../planning/plan-job.ts";
import { runJob } from "../protocol/run-job.ts";
import { createApiDouble, type Fate } from "../testing/api-double.test-support.ts";
import { temporaryJournal } from "../testing/temporary-journal.test-support.ts";
import { createBulkTelemetry } from "./create-bulk-telemetry.ts";

test("batches, receivers and pauses are counted, and no receiver is named", async () => {
  const told: (readonly [name: string, value: number, attributes: Attributes])[] = [];
  const instrument = (name: string) => {
    const tell = (value: number, attributes: Attributes = {}) => void told.push([name, value, attributes]);
    return { record: tell, add: tell };
  };
  const meter = { createHistogram: instrument, createCounter: instrument, createGauge: instrument };
  metrics.setGlobalMeterProvider({ getMeter: () => meter as unknown as Meter });
  onTestFinished(() => metrics.disable());

  const journal = await openJournal(temporaryJournal());
  onTestFinished(() => journal.close());
  const rows = Array.from({ length: 30 }, (_, index) => ({ item: `secret-${index}` }));
  await planJob(journal, { operation: "send", input: {}, rows });
  const fates: Fate[] = ["good", "500 ran", "500", "reset"];
  const api = createApiDouble(() => fates.shift() ?? "good");
  await runJob(journal, { operation: api.operation, batchSize: 5, canary: false, on: createBulkTelemetry() });

  const of = (name: string) => told.filter(([told]) => told === name);
  const outcome = (word: string) => ({ "np6.operation": "send", "np6.bulk.batch.outcome": word });
  expect(of("np6.bulk.batch.receivers").map(([, value, attributes]) => [value, attributes])).toEqual([
    [5, outcome("answered")],
    [5, { ...outcome("unknown"), "error.type": "http" }],
    [5, { ...outcome("unknown"), "error.type": "http" }],
    [5, { ...outcome("unknown"), "error.type": "connection" }],
  ]);
  expect(of("np6.bulk.batch.duration")).toHaveLength(4);
  expect(of("np6.bulk.job.pauses")).toEqual([["np6.bulk.job.pauses", 1, { "np6.operation": "send" }]]);
  const last = Object.fromEntries(
    of("np6.bulk.receivers").map(([, value, attributes]) => [attributes["np6.bulk.state"], value]),
  );
  expect(last).toEqual({ pending: 10, sending: 0, done: 5, failed: 0, unknown: 15, ran: 0, skipped: 0 });
  expect(JSON.stringify(told)).not.toContain("secret");
});
