import { getEventListeners } from "node:events";
import { HttpError } from "@np6/api-client";
import { expect, test } from "vitest";
import type { Journal } from "../journal/journal.ts";
import { openJournal } from "../journal/open-journal.ts";
import type { Clock } from "../pace/clock.ts";
import { planJob } from "../planning/plan-job.ts";
import { createApiDouble, type Fate } from "../testing/api-double.test-support.ts";
import { createFakeClock } from "../testing/fake-clock.test-support.ts";
import { temporaryJournal } from "../testing/temporary-journal.test-support.ts";
import type { BulkOperation } from "./bulk-operation.ts";
import type { JobEvent } from "./job-event.ts";
import { runJobWith } from "./run-job.ts";
import type { Progress, RunOptions } from "./run-options.ts";

// Tests the limits of a run: pace, receivers at stake, time and signals.

async function planned(total: number, onBadBatch: "unknown" | "split" = "unknown"): Promise<Journal> {
  const journal = await openJournal(temporaryJournal());
  const rows = Array.from({ length: total }, (_, index) => ({ item: index + 1 }));
  await planJob(journal, { operation: "send", input: {}, rows, onBadBatch });
  return journal;
}

const settings = { canary: false, batchSize: 10, maxAtStake: 100 };

/** Runs a job with a fake clock. `send` gets the number of the call. */
async function ran(
  total: number,
  send: (call: number, items: readonly unknown[]) => unknown,
  options: Partial<RunOptions> & { readonly clock?: Clock; readonly onBadBatch?: "split" } = {},
) {
  const { clock = createFakeClock(), onBadBatch, ...more } = options;
  const journal = await planned(total, onBadBatch);
  let calls = 0;
  const operation: BulkOperation = {
    name: "send",
    send: async (_, items) => {
      calls += 1;
      const answer = await send(calls, items);
      return (answer ?? items.map(() => "done")) as readonly unknown[];
    },
    read: () => ({ state: "done" }),
  };
  const summary = await runJobWith(journal, { ...settings, operation, ...more }, clock);
  await journal.close();
  return { ...summary, calls };
}

const never = new AbortController().signal;
const refuse = (status: number) =>
  new HttpError({ operationId: "send", method: "POST", path: "/send", attempts: 1, status }, undefined, "");
const ticks = async (count: number): Promise<void> => {
  for (let tick = 0; tick < count; tick += 1) await new Promise(setImmediate);
};

test("a rate spreads the requests, the first one at once", async () => {
  const clock = createFakeClock();
  const sentAt: number[] = [];
  const send = () => {
    sentAt.push(clock.elapsed());
    return undefined;
  };
  await ran(50, send, { clock, rate: 2 });
  expect(sentAt).toEqual([0, 500, 1_000, 1_500, 2_000]);
});

test("when no calls are left, one batch is under way at a time", async () => {
  let [now, most] = [0, 0];
  const send = async (call: number, items: readonly unknown[]) => {
    now += 1;
    if (call > 60) most = Math.max(most, now);
    await ticks(3);
    now -= 1;
    return { results: items.map(() => "done"), rateLimit: { remaining: call < 50 ? "7" : "0" } };
  };
  const seen: number[] = [];
  const progress = ({ concurrency }: Progress) => seen.push(concurrency);
  await ran(1_000, send, { on: { progress } });
  expect(seen.at(45)).toBeGreaterThan(1);
  expect(seen.at(-1)).toBe(1);
  expect(most).toBe(1);
});

test("a batch that is older and larger than the others counts with all its receivers", async () => {
  let [now, most] = [0, 0];
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const send = async (call: number, items: readonly unknown[]) => {
    now += items.length;
    most = Math.max(most, now);
    try {
      await ticks(2);
      // After 20 successes, two batches are in flight: one is refused for its size, the other takes long.
      if (call === 21) throw refuse(413);
      if (call === 22) await held;
      if (call === 90) letGo();
    } finally {
      now -= items.length;
    }
  };
  const { state, counts } = await ran(3_000, send, { batchSize: 50, maxAtStake: 100 });
  expect([state, counts.done]).toEqual(["finished", 3_000]);
  expect(most).toBe(100);
});

test("when nothing is planned any more, what is under way may still come back", async () => {
  const api: Fate[] = [...Array.from({ length: 21 }, (): Fate => "good"), "429"];
  const journal = await planned(220);
  const double = createApiDouble(() => api.shift() ?? "good");
  const { state } = await runJobWith(
    journal,
    { ...settings, operation: double.operation },
    createFakeClock(),
  );
  expect(state).toBe("finished");
  expect(double.sizes).toHaveLength(23);
  await journal.close();
});

test("at notAfter itself nothing is begun, and what came first is the reason", async () => {
  const clock = createFakeClock();
  const notAfter = new Date(clock.now());
  const late = await ran(10, () => undefined, { clock, notAfter });
  expect(late).toMatchObject({ calls: 0, state: "paused" });
  const refused = await ran(
    30,
    async () => {
      await ticks(3);
      clock.jump(3_600_000);
      throw refuse(401);
    },
    { clock, notAfter: new Date(clock.now() + 1_000) },
  );
  expect(refused).toMatchObject({ calls: 1, reason: expect.stringMatching(/^http 401: /) });
});

test.each(["signal", "abortSignal"])("%s ends a wait, and no listener stays on it", async (name) => {
  const stop = new AbortController();
  const clock: Clock = {
    ...createFakeClock(),
    sleep: (_, signal) =>
      new Promise((resolve) => {
        signal?.addEventListener("abort", () => resolve());
        setImmediate(() => stop.abort());
      }),
  };
  const { state, calls } = await ran(
    30,
    () => {
      throw refuse(429);
    },
    { clock, [name]: stop.signal },
  );
  expect({ state, calls }).toEqual({ state: "interrupted", calls: 1 });
  const unused = new AbortController();
  await ran(30, () => undefined, { [name]: unused.signal });
  expect(getEventListeners(unused.signal, "abort")).toEqual([]);
});

test("a batch takes as long as the steady clock says, although the other one was set", async () => {
  const clock = createFakeClock();
  const batches: number[] = [];
  const event = ({ name, startTime, endTime }: JobEvent) =>
    name === "np6.bulk.batch.ended" && batches.push(endTime - startTime);
  const send = async () => {
    await clock.sleep(5_000, never);
    clock.jump(-3_600_000);
  };
  await ran(20, send, { clock, on: { event } });
  expect(batches).toEqual([5_000, 5_000]);
});

test("counting takes a twentieth of the time at most, and none when nobody listens", async () => {
  const clock = createFakeClock();
  const journal = await planned(600);
  let counted = 0;
  const slow: Journal = {
    ...journal,
    counts: async () => {
      counted += 1;
      await clock.sleep(1_000, never);
      return journal.counts();
    },
  };
  const { operation } = createApiDouble(() => "good");
  const each = {
    ...operation,
    send: async (...given: Parameters<typeof operation.send>) => {
      await clock.sleep(1_000, never);
      return operation.send(...given);
    },
  };
  let told = 0;
  const on = { progress: () => (told += 1) };
  await runJobWith(slow, { ...settings, maxConcurrency: 1, operation: each, on }, clock);
  // 60 seconds of sending: counted after the first batch, and every 20 seconds.
  expect(told).toBe(4);
  // The other two counts are at the beginning and the end of the run.
  expect(counted).toBe(told + 2);
  await journal.close();

  counted = 0;
  const quiet = await planned(600);
  await runJobWith(
    {
      ...quiet,
      counts: () => {
        counted += 1;
        return quiet.counts();
      },
    },
    { ...settings, operation: createApiDouble(() => "good").operation },
    createFakeClock(),
  );
  expect(counted).toBe(2);
  await quiet.close();
});

test("each kind of receiver that is not done makes the end of a run an error", async () => {
  for (const fates of [["short", "500"], ["some fail", "500"], ["short"]] as const) {
    const journal = await planned(12);
    const left: Fate[] = [...fates];
    const { operation } = createApiDouble(() => left.shift() ?? "good");
    const ends: string[] = [];
    const event = ({ name, status }: JobEvent) => name === "np6.bulk.run.ended" && ends.push(status);
    await runJobWith(journal, { ...settings, batchSize: 4, operation, on: { event } }, createFakeClock());
    expect([fates, ends]).toEqual([fates, ["error"]]);
    await journal.close();
  }
});

test("results are kept when that is asked for, and not otherwise", async () => {
  for (const kept of [{ keepResults: true }, { keepResults: false }, {}]) {
    const journal = await planned(5);
    const { operation } = createApiDouble(() => "good");
    await runJobWith(journal, { ...settings, operation, ...kept }, createFakeClock());
    for await (const { result } of journal.items())
      expect(result).toBe(kept.keepResults ? "done" : undefined);
    await journal.close();
  }
});

test("a client sends by executeWorkflowBatch", async () => {
  const journal = await openJournal(temporaryJournal());
  const executions = [{ receiver: { type: "id", value: "A" } } as const];
  await planJob(journal, { workflowId: 42, executions });
  const bodies: unknown[] = [];
  const POST = async (_: string, { body }: { readonly body: unknown }) => {
    bodies.push(body);
    return { data: [{ type: "success", value: {} }] };
  };
  const { counts } = await runJobWith(journal, { np6: { POST } as never }, createFakeClock());
  expect([counts.done, bodies]).toEqual([1, [executions]]);
  await journal.close();
});

test.each([413, 400])(
  "a batch that is halved after a %i is no answer between two unknown ones",
  async (status) => {
    const send = (call: number) => {
      if (call === 2) throw refuse(status);
      if (call < 4) throw refuse(500);
    };
    const { state, calls, reason } = await ran(40, send, { maxUnknownBatches: 2, onBadBatch: "split" });
    expect({ state, calls }).toEqual({ state: "paused", calls: 3 });
    expect(reason).toMatch(/^2 batches in a row may or may not have run/);
  },
);
