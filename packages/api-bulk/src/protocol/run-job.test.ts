import { expect, test } from "vitest";
import { openJournalWith } from "../journal/open-journal.ts";
import { planJob } from "../planning/plan-job.ts";
import { type ApiDoubleOptions, createApiDouble, type Fate } from "../testing/api-double.test-support.ts";
import { expectTruth } from "../testing/expect-truth.test-support.ts";
import { createFakeClock } from "../testing/fake-clock.test-support.ts";
import { temporaryJournal } from "../testing/temporary-journal.test-support.ts";
import type { JobEvent } from "./job-event.ts";
import { runJobWith } from "./run-job.ts";
import type { RunOptions } from "./run-options.ts";

/** Runs a job. Its first requests have these fates, and the others succeed. */
async function ran(
  total: number,
  fates: readonly Fate[],
  options: Omit<RunOptions, "np6" | "operation"> &
    ApiDoubleOptions & { onBadBatch?: "split"; jump?: () => number } = {},
) {
  const clock = createFakeClock();
  const journal = await openJournalWith(temporaryJournal(), { now: clock.now });
  const rows = Array.from({ length: total }, (_, index) => ({ item: index + 1 }));
  await planJob(journal, { operation: "send", input: {}, rows, onBadBatch: options.onBadBatch ?? "unknown" });
  const waiting = [...fates];
  const api = createApiDouble(() => {
    clock.jump(options.jump?.() ?? 0);
    return waiting.shift() ?? "good";
  }, options);
  const started = clock.elapsed();
  const { limit: _, poison: __, onBadBatch: ___, jump: ____, ...rest } = options;
  const summary = await runJobWith(journal, { ...rest, operation: api.operation }, clock);
  await expectTruth(journal, (item) => api.executed.get(item) ?? 0);
  await journal.close();
  return { ...summary, sizes: api.sizes, waited: clock.elapsed() - started };
}

test("it begins with one, and grows to the batch size", async () => {
  const { state, sizes, counts } = await ran(2000, []);
  expect([state, counts.done]).toEqual(["finished", 2000]);
  expect(sizes.slice(0, 5)).toEqual([1, 10, 100, 200, 400]);
  expect(Math.max(...sizes)).toBe(500);
});

test("a 429 waits and sends again; nobody is lost", async () => {
  const { state, counts, waited } = await ran(50, ["429", "good", "429", "429"]);
  expect([state, counts.done]).toEqual(["finished", 50]);
  expect(waited).toBeGreaterThanOrEqual(750);
});

test("a limit of the API is found by halving, and kept", async () => {
  const { state, counts, sizes } = await ran(300, [], { limit: 30, canary: false, batchSize: 100 });
  expect([state, counts.done]).toEqual(["finished", 300]);
  expect(sizes.slice(0, 3)).toEqual([100, 50, 25]);
  expect(sizes.filter((size) => size > 30)).toHaveLength(2);
});

test("a poisoned batch is unknown, unless somebody said that it may be halved", async () => {
  const whole = await ran(100, [], { poison: [42], canary: false, batchSize: 100 });
  expect(whole.counts).toMatchObject({ unknown: 100, done: 0 });
  const halved = await ran(100, [], { poison: [42], canary: false, batchSize: 100, onBadBatch: "split" });
  expect(halved.counts).toMatchObject({ unknown: 0, done: 99, failed: 1 });
  expect(halved.sizes.length).toBeLessThanOrEqual(16);
});

test("it pauses when outcomes stay unknown, and when the setup is wrong", async () => {
  const unclear = await ran(100, ["500", "500 ran", "reset"], { canary: false, batchSize: 10 });
  expect(unclear).toMatchObject({ state: "paused", reason: expect.stringMatching(/^3 batches in a row/) });
  expect(unclear.counts).toMatchObject({ unknown: 30, pending: 70 });
  const key = await ran(100, ["401"]);
  expect(key).toMatchObject({ state: "paused", reason: expect.stringContaining("401"), sizes: [1] });
  const wrongMapping = await ran(100, [], { poison: [1, 2, 3], onBadBatch: "split" });
  expect(wrongMapping).toMatchObject({ state: "paused", reason: expect.stringContaining("refused alone") });
});

test("answers that fit no receivers are told apart from those that may not have run", async () => {
  const { counts } = await ran(30, ["short", "odd result", "good"], { canary: false, batchSize: 10 });
  expect(counts).toMatchObject({ ran: 10, unknown: 10, done: 10 });
});

test("after notAfter nothing is begun, and the API that is not there is not asked for ever", async () => {
  const late = await ran(10, [], { notAfter: new Date("2025-12-31T00:00:00Z") });
  expect(late).toMatchObject({
    state: "paused",
    sizes: [],
    reason: expect.stringContaining("it is later than"),
  });
  const gone = await ran(
    10,
    Array.from({ length: 30 }, () => "never sent" as const),
  );
  expect(gone).toMatchObject({ state: "paused", reason: expect.stringContaining("20 times in a row") });
});

test("the clock may be set by hours while it runs: waiting goes by another one, and notAfter by the new time", async () => {
  const jumps = [5, -7, 3, -2, 0, 9];
  const jump = () => (jumps.shift() ?? 0) * 3_600_000;
  const { state, counts, waited } = await ran(60, ["good", "429", "429", "good", "429"], {
    jump,
    canary: false,
    batchSize: 10,
  });
  expect([state, counts.done]).toEqual(["finished", 60]);
  expect(waited).toBeLessThan(10_000);
  const late = await ran(60, [], {
    jump: () => 3_600_000,
    canary: false,
    batchSize: 10,
    notAfter: new Date("2026-01-01T01:30:00Z"),
  });
  expect(late).toMatchObject({ state: "paused", counts: { done: 20, pending: 40 } });
});

test("what a listener throws changes nothing", async () => {
  const broken = () => {
    throw new Error("mine");
  };
  const later = () => Promise.reject(new Error("mine"));
  for (const listener of [broken, later]) {
    const { counts } = await ran(20, [], { on: { event: listener, progress: listener } });
    expect(counts.done).toBe(20);
  }
});

test("what happens is told as events, of which spans can be made", async () => {
  const events: JobEvent[] = [];
  const on = { event: (event: JobEvent) => events.push(event) };
  await ran(12, ["429", "good", "500", "401"], { canary: false, batchSize: 5, on });
  const job = events[0]?.attributes["np6.bulk.job.id"];
  expect(job).toMatch(/^[0-9a-f-]{36}$/);
  const common = { "np6.bulk.job.id": job, "np6.operation": "send" };
  const sized = { "np6.bulk.batch.size": 5 };
  const ended = events.filter(({ name }) => name === "np6.bulk.batch.ended");
  expect(ended.map(({ attributes, status }) => [status, attributes])).toMatchObject([
    ["error", { ...common, ...sized, "np6.bulk.batch.outcome": "planned", "http.response.status_code": 429 }],
    ["ok", { ...sized, "np6.bulk.batch.outcome": "answered", "np6.bulk.batch.failed": 0 }],
    ["error", { ...sized, "np6.bulk.batch.outcome": "unknown", "error.type": "http" }],
    ["error", { "np6.bulk.batch.size": 2, "np6.bulk.batch.outcome": "planned", "np6.bulk.batch.attempt": 1 }],
  ]);
  // Unknown attributes are omitted, because some exporters fail on undefined.
  expect(events.flatMap(({ attributes }) => Object.values(attributes))).not.toContain(undefined);
  expect(events.map(({ name }) => name).slice(-2)).toEqual(["np6.bulk.job.paused", "np6.bulk.run.ended"]);
  expect(events.at(-1)?.attributes).toMatchObject({
    "np6.bulk.run.state": "paused",
    "np6.bulk.receivers.done": 5,
    "np6.bulk.receivers.unknown": 5,
  });
  const [first, last] = [events[0], events.at(-1)];
  expect(last?.startTime).toBe(first?.startTime);
  for (const { startTime, endTime } of events) expect(endTime).toBeGreaterThanOrEqual(startTime);
});

test.each([
  [{ maxAtStake: 0 }, "maxAtStake must be a whole number from 1"],
  [{ batchSize: 1.5 }, "batchSize must be a whole number"],
  [{ rate: 0 }, "rate must be requests per second"],
  [{ notAfter: new Date("soon") }, "notAfter is not a time"],
])("%j is refused", async (options, message) => {
  await expect(ran(1, [], options)).rejects.toThrow(message);
});
