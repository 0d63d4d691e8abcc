import { expect, test } from "vitest";
import type { Journal } from "../journal/journal.ts";
import { openJournal, openJournalWith } from "../journal/open-journal.ts";
import { systemClock } from "../pace/clock.ts";
import { planJob } from "../planning/plan-job.ts";
import { createApiDouble, type Fate } from "../testing/api-double.test-support.ts";
import { createFakeClock } from "../testing/fake-clock.test-support.ts";
import { temporaryJournal } from "../testing/temporary-journal.test-support.ts";
import type { BatchCallOptions, BulkOperation } from "./bulk-operation.ts";
import type { JobEvent } from "./job-event.ts";
import { runJobWith } from "./run-job.ts";
import type { Progress, RunOptions } from "./run-options.ts";

// Tests the ends of a run: by itself, by a signal, by another process, or because the journal cannot be written.

async function planned(total = 100, file = temporaryJournal()): Promise<Journal> {
  const journal = await openJournal(file);
  const rows = Array.from({ length: total }, (_, index) => ({ item: index + 1 }));
  await planJob(journal, { operation: "send", input: { of: "all" }, rows });
  return journal;
}

const settings = { canary: false, batchSize: 10, maxAtStake: 40 };
const run = (journal: Journal, operation: BulkOperation, more: Partial<RunOptions> = {}) =>
  runJobWith(journal, { ...settings, operation, ...more }, createFakeClock());

/** Attributes with these counts; the others are 0. */
const receivers = (counts: object) =>
  Object.fromEntries(
    Object.entries({
      pending: 0,
      sending: 0,
      done: 0,
      failed: 0,
      unknown: 0,
      ran: 0,
      skipped: 0,
      total: 30,
      ...counts,
    }).map(([state, count]) => [`np6.bulk.receivers.${state}`, count]),
  );

/** An operation that calls a function for each call before it succeeds. */
function watched(each: (call: number, options: BatchCallOptions, input: unknown) => unknown): BulkOperation {
  let calls = 0;
  return {
    name: "send",
    send: async (input, items, options) => {
      calls += 1;
      await each(calls, options, input);
      return items.map(() => "done");
    },
    read: () => ({ state: "done" }),
  };
}

test("a signal lets what is under way end, and the next run goes on", async () => {
  const journal = await planned();
  const stop = new AbortController();
  const interrupted = await run(
    journal,
    watched((call) => call === 3 && stop.abort()),
    { signal: stop.signal },
  );
  expect(interrupted).toMatchObject({ state: "interrupted", reason: "the run was stopped" });
  expect(interrupted.counts).toMatchObject({ done: 30, pending: 70, unknown: 0, sending: 0 });
  expect((await journal.job())?.paused).toBeUndefined();
  const again = await run(
    journal,
    watched(() => {}),
  );
  expect(again).toMatchObject({ state: "finished", reason: undefined, counts: { done: 100 } });
  await journal.close();
});

test("a signal that was given before lets nothing begin", async () => {
  const journal = await planned();
  let calls = 0;
  const operation = watched(() => (calls += 1));
  for (const name of ["signal", "abortSignal"]) {
    const { state } = await run(journal, operation, { [name]: AbortSignal.abort() });
    expect(state).toBe("interrupted");
  }
  expect(calls).toBe(0);
  await journal.close();
});

test("giving up what is under way reaches the calls, and makes them unknown", async () => {
  const journal = await planned();
  const giveUp = new AbortController();
  const operation = watched((call, { signal }) => {
    if (call !== 2) return;
    return new Promise((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
      setImmediate(() => giveUp.abort());
    });
  });
  const { state, counts } = await run(journal, operation, { abortSignal: giveUp.signal });
  expect(state).toBe("interrupted");
  expect(counts).toMatchObject({ done: 10, unknown: 10, pending: 80 });
  await journal.close();
});

test("somebody else pauses or cancels: no batch is taken after it, and the reason is said", async () => {
  const file = temporaryJournal();
  const [journal, other] = [await planned(100, file), await openJournal(file)];
  const paused = await run(
    journal,
    watched((call) => call === 2 && other.pause("lunch")),
  );
  expect(paused).toMatchObject({ state: "paused", reason: "lunch", counts: { done: 20 } });
  // The job stays paused without permission to resume.
  const still = await run(
    journal,
    watched(() => {}),
    { resume: false },
  );
  expect(still).toMatchObject({ state: "paused", reason: "lunch", counts: { done: 20 } });
  const cancelled = await run(
    journal,
    watched((call) => call === 2 && other.cancel("wrong list")),
  );
  expect(cancelled).toMatchObject({ state: "cancelled", reason: "wrong list", counts: { done: 40 } });
  await other.close();
  await journal.close();
});

test("calls get what was planned, one attempt, and a deadline behind it", async () => {
  const journal = await planned(10);
  const seen: unknown[] = [];
  const operation = watched((_, { signal, ...options }, input) => seen.push(options, input));
  await run(journal, operation, { attemptTimeoutMs: 5_000 });
  expect(seen).toEqual([{ retry: false, attemptTimeoutMs: 5_000, deadlineMs: 65_000 }, { of: "all" }]);
  await journal.close();
  const longest = await planned(10);
  const limits: number[] = [];
  await run(
    longest,
    watched((_, { deadlineMs }) => limits.push(deadlineMs)),
    { attemptTimeoutMs: 2 ** 31 - 1 },
  );
  expect(limits).toEqual([2 ** 31 - 1]);
  await longest.close();
});

test("several batches are under way after good answers, never more receivers than allowed", async () => {
  const journal = await planned(1_500);
  let [now, most] = [0, 0];
  const operation = watched(async () => {
    now += 1;
    most = Math.max(most, now);
    for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
    now -= 1;
  });
  const progress: Progress[] = [];
  const { state } = await run(journal, operation, { on: { progress: (now) => progress.push(now) } });
  expect(state).toBe("finished");
  expect(most).toBe(4);
  expect(progress).toHaveLength(150);
  expect(progress[0]).toEqual({
    counts: expect.objectContaining({ done: 10, pending: 1_490, total: 1_500 }),
    batchSize: 10,
    concurrency: 1,
  });
  expect(Math.max(...progress.map(({ concurrency }) => concurrency))).toBe(4);
  await journal.close();
});

test("a journal that takes no more ends the run with its error, after what was under way, and lets the next one in", async () => {
  const file = temporaryJournal();
  await (await planned(1_000, file)).close();
  let settled = 0;
  const journal = await openJournalWith(file, {
    points: (name) => {
      settled += name === "settle:begun" ? 1 : 0;
      if (settled === 90) throw new Error("no space");
    },
  });
  let [calls, ended] = [0, 0];
  const operation = watched(async () => {
    calls += 1;
    for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
    ended += 1;
  });
  // `rejects.toThrow` would accept a rejection without a value.
  expect(String(await run(journal, operation).catch((error: unknown) => error))).toBe("Error: no space");
  expect(ended).toBe(calls);
  expect(calls).toBeLessThan(95);
  settled = 100;
  const { state, counts } = await run(journal, operation);
  expect(state).toBe("finished");
  expect(counts.unknown).toBeLessThanOrEqual(40);
  expect(counts.unknown + counts.done).toBe(1_000);
  await journal.close();
});

test("what may have run is asked about first: what did not run is sent, what nobody knows stays", async () => {
  const journal = await planned(30);
  const fates = ["500", "short", "good"] as const;
  let at = 0;
  const api = createApiDouble(() => fates[at++] ?? "good");
  await run(journal, api.operation);
  expect(await journal.counts()).toMatchObject({ unknown: 10, ran: 10, done: 10 });
  const asked: number[] = [];
  const resolveUnknown = ({ seq }: { readonly seq: number }) => {
    asked.push(seq);
    if (seq <= 4) return "did-not-run";
    return seq > 8 && seq <= 15 ? Promise.resolve("ran" as const) : "unknown";
  };
  const { counts } = await run(journal, api.operation, { resolveUnknown });
  expect(asked).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  expect(counts).toMatchObject({ done: 21, unknown: 4, ran: 5, pending: 0 });
  expect(api.sizes.at(-1)).toBe(4);
  const resolved = (await journal.events()).filter(({ kind }) => kind === "resolve");
  expect(resolved.map(({ detail }) => detail)).toEqual([
    { by: "resolveUnknown", reason: "the program's resolveUnknown", resolved: 6 },
    { by: "resolveUnknown", reason: "the program's resolveUnknown", resolved: 5 },
  ]);
  await journal.close();
});

test("a job that was planned for another operation, or not at all, is refused before anything is sent", async () => {
  const journal = await planned();
  const other = { ...watched(() => {}), name: "delete" };
  await expect(run(journal, other)).rejects.toThrow(/was planned for send, and this run sends delete/);
  await journal.close();
  const empty = await openJournal(temporaryJournal());
  await expect(
    run(
      empty,
      watched(() => {}),
    ),
  ).rejects.toThrow("nothing is planned. Call planJob first");
  await empty.close();
});

test("the beginning and the end of a run are told, with what was interrupted and what is left", async () => {
  const file = temporaryJournal();
  const journal = await planned(30, file);
  const dead = await journal.startRunner({ maxAtStake: 10 });
  await dead.take(5);
  await dead.end();
  const events: JobEvent[] = [];
  const on = { event: (event: JobEvent) => events.push(event) };
  const outside = (name: string) =>
    events
      .filter((event) => event.name === name)
      .map(({ status, attributes }) => ({ status, ...attributes }));
  await run(journal, createApiDouble(() => "good").operation, { on });
  const { id } = (await journal.job()) ?? {};
  const common = { "np6.bulk.job.id": id, "np6.operation": "send" };
  expect(outside("np6.bulk.run.started")).toEqual([
    {
      ...common,
      status: "error",
      "np6.bulk.max_at_stake": 40,
      "np6.bulk.receivers.interrupted": 5,
      ...receivers({ pending: 25, unknown: 5 }),
    },
  ]);
  const end = { ...common, "np6.bulk.run.state": "finished" };
  expect(outside("np6.bulk.run.ended")).toEqual([
    { ...end, status: "error", ...receivers({ done: 25, unknown: 5 }) },
  ]);
  expect(outside("np6.bulk.job.paused")).toEqual([]);
  await journal.resolve([{ first: 1, last: 5, as: "ran" }], "somebody", "looked");
  events.length = 0;
  await run(journal, createApiDouble(() => "good").operation, { on });
  expect(outside("np6.bulk.run.started")).toMatchObject([
    { status: "ok", "np6.bulk.receivers.interrupted": 0 },
  ]);
  expect(outside("np6.bulk.run.ended")).toEqual([{ ...end, status: "ok", ...receivers({ done: 30 }) }]);
  const runs = (await journal.events()).filter(({ kind }) => kind === "end").map(({ detail }) => detail);
  expect(runs).toEqual(Array.from({ length: 2 }, () => ({ state: "finished", reason: null })));
  await journal.close();
});

test("a job that pauses by itself tells it, with the reason, and is not finished", async () => {
  const journal = await planned(30);
  const events: JobEvent[] = [];
  const api = createApiDouble(() => "401");
  const { reason } = await run(journal, api.operation, { on: { event: (event) => events.push(event) } });
  expect(reason).toMatch(/^http 401: ./);
  expect(events.find(({ name }) => name === "np6.bulk.job.paused")).toMatchObject({
    status: "error",
    attributes: { "np6.operation": "send", "np6.bulk.reason": reason },
  });
  expect(events.at(-1)).toMatchObject({
    name: "np6.bulk.run.ended",
    status: "error",
    attributes: { "np6.bulk.run.state": "paused", "np6.bulk.reason": reason },
  });
  await journal.close();
});

test("a failed receiver makes the end of a run an error", async () => {
  const journal = await planned(10);
  const statuses: string[] = [];
  const on = {
    event: ({ name, status }: JobEvent) => name === "np6.bulk.run.ended" && statuses.push(status),
  };
  await run(journal, createApiDouble(() => "some fail").operation, { on });
  expect(statuses).toEqual(["error"]);
  await journal.close();
});

test("a signal ends a wait, and the run with it", async () => {
  const journal = await planned(10);
  const stop = new AbortController();
  const api = createApiDouble(() => {
    setTimeout(() => stop.abort(), 20);
    return "429";
  });
  const options = { ...settings, operation: api.operation, signal: stop.signal };
  // With the real clock, the run would wait for at least a second.
  const { state } = await runJobWith(journal, options, { ...systemClock, random: () => 1 });
  expect(state).toBe("interrupted");
  expect(api.sizes).toHaveLength(1);
  await journal.close();
});

test("what could not be sent waits longer each time; what may have run makes the rest go one by one", async () => {
  const journal = await planned(400);
  const clock = createFakeClock(() => 1);
  const fates: Fate[] = ["never sent", "never sent", "never sent"];
  const api = createApiDouble(() => fates.shift() ?? "good");
  await runJobWith(journal, { ...settings, operation: api.operation }, clock);
  expect(clock.elapsed()).toBe(1_000 + 2_000 + 4_000);
  await journal.close();

  const other = await planned(1_000);
  const concurrency: number[] = [];
  const on = { progress: (now: Progress) => concurrency.push(now.concurrency) };
  const early = Array.from({ length: 44 }, (): Fate => "good");
  fates.push(...early, "500");
  await run(other, createApiDouble(() => fates.shift() ?? "good").operation, { on });
  expect(concurrency.slice(35, 42)).toContain(3);
  expect(Math.min(...concurrency.slice(42, 50))).toBe(1);
  await other.close();
});
