import { expect, test } from "vitest";
import { BulkError } from "../bulk-error.ts";
import type { Journal, TakenBatch, Turn } from "../journal/journal.ts";
import { JournalWriteError } from "../journal-write-error.ts";
import { once } from "../once/once.ts";
import { planJob } from "../planning/plan-job.ts";
import { runJob } from "../protocol/run-job.ts";
import { runSlice, slicesOf } from "../protocol/run-slice.ts";
import { type ApiDouble, createApiDouble } from "../testing/api-double.test-support.ts";
import { expectTruth } from "../testing/expect-truth.test-support.ts";
import { connectionLost, type Fault, startPglite } from "../testing/pglite-database.test-support.ts";
import { journalOn, postgresJournal } from "./postgres-journal.ts";
import { migrate } from "./schema/migrate.ts";

// Postgres runs in this process, which tests its SQL. Servers, sockets and processes are tested in checks/postgres.

const { database } = await startPglite();
const leaseMs = 30_000;
let jobs = 0;

interface Opened {
  readonly job: string;
  readonly journal: Journal;
  /** Opens the same job like another process. */
  readonly again: (fault?: Fault, elapsed?: () => number) => Journal;
}

async function planned(total: number): Promise<Opened> {
  jobs += 1;
  const job = `job ${jobs}`;
  const again: Opened["again"] = (fault, elapsed) => journalOn(database(fault), job, leaseMs, elapsed);
  const journal = again();
  const rows = Array.from({ length: total }, (_, index) => ({ item: index + 1 }));
  await planJob(journal, { operation: "send", input: {}, rows });
  return { job, journal, again };
}

const timesOf = (api: ApiDouble) => (item: unknown) => api.executed.get(item) ?? 0;
const fast = { canary: false, batchSize: 10, maxConcurrency: 4 } as const;
const say = (text: string, values?: readonly unknown[]) => database().query(text, values);

/** Ends the leases of a job's runners. Their length becomes 0, otherwise a restarted database would wait. */
async function expire(job: string): Promise<void> {
  await database().transaction(async (query) => {
    await query(
      "UPDATE np6_bulk.runner SET lease = interval '0 s', lease_until = clock_timestamp() - interval '1 s', ended_at = CASE WHEN scope LIKE 'keys of %' THEN clock_timestamp() END WHERE scope = $1",
      [job],
    );
    await query("SELECT np6_bulk.reap(id, name) FROM np6_bulk.job WHERE name = $1", [job]);
  });
}

/** Starts a runner, which takes one batch. */
async function takeOne(journal: Journal) {
  const runner = await journal.startRunner({});
  const turns = runner.turns as NonNullable<typeof runner.turns>;
  const batch = (await runner.take(10)) as TakenBatch;
  expect(batch.items).toHaveLength(10);
  return { runner, turns, batch };
}

const good = { meaning: "good", isExhausted: false, milliseconds: 1 } as const;

test("a job runs from its plan to its report", async () => {
  const { journal } = await planned(2345);
  const api = createApiDouble(() => "some fail");
  const summary = await runJob(journal, { operation: api.operation, ...fast, batchSize: 400 });
  expect(summary).toMatchObject({
    state: "finished",
    counts: { pending: 0, sending: 0, unknown: 0, total: 2345 },
  });
  expect(summary.counts.done + summary.counts.failed).toBe(2345);
  await expectTruth(journal, timesOf(api));
  const failed = [];
  for await (const item of journal.items({ state: "failed", order: "last-to-first" })) failed.push(item.seq);
  expect(failed).toHaveLength(summary.counts.failed);
  expect(failed).toEqual([...failed].sort((one, other) => other - one));
  expect((await journal.events()).map(({ kind }) => kind)).toEqual(["plan", "run", "end"]);
});

test("duplicates, rows and a second plan are as in a file", async () => {
  const journal = journalOn(database(), "duplicates", leaseMs);
  const row = (value: string) => ({ item: { receiver: value }, row: { target: value, name: "Jane" } });
  const rows = ["A", "B", "A"].map(row);
  const plan = { operation: "send", input: {}, rows } as const;
  await expect(planJob(journal, plan)).rejects.toThrow("receiver 3 is receiver 1");
  expect(await journal.job()).toBeUndefined();
  const counts = await planJob(journal, { ...plan, duplicates: "first" });
  expect(counts).toMatchObject({ pending: 2, skipped: 1 });
  await expect(planJob(journal, plan)).rejects.toThrow("already has a plan");
  const seen = [];
  for await (const { seq, state, row: cells } of journal.items()) seen.push([seq, state, cells?.target]);
  expect(seen).toEqual([
    [1, "pending", "A"],
    [2, "pending", "B"],
    [3, "skipped", "A"],
  ]);
  expect(await journal.verify()).toEqual([]);
});

test("when a lease runs out, what was under way is unknown, and nobody sends it", async () => {
  const { job, journal, again } = await planned(30);
  const { batch } = await takeOne(journal);
  await expire(job);
  const api = createApiDouble(() => "good");
  const summary = await runJob(again(), { operation: api.operation, ...fast });
  expect(summary.counts).toMatchObject({ done: 20, unknown: 10, pending: 0 });
  for (const item of batch.items) expect(api.executed.get(item)).toBeUndefined();
  expect(await journal.verify()).toEqual([]);
});

test("its own answer resolves a batch whose lease had run out, if nobody did before", async () => {
  const { job, journal, again } = await planned(30);
  const first = await takeOne(journal);
  const second = await takeOne(again());
  const third = await takeOne(again());
  await expire(job);
  const api = createApiDouble(() => "good");
  await again().startRunner({});
  expect(await journal.counts()).toMatchObject({ unknown: 30 });

  const late = { to: "answered", outcomes: [{ index: 1, state: "failed", reason: "said so" }] } as const;
  await first.turns.settle(first.batch, late, { requestId: "r1" }, good);
  await first.turns.settle(first.batch, late, { requestId: "r1" }, good);
  expect(await journal.counts()).toMatchObject({ done: 9, failed: 1, unknown: 20 });

  // Only a person may decide that it did not run.
  const held = { meaning: "held", isExhausted: false, milliseconds: 1 } as const;
  await second.turns.settle(second.batch, { to: "planned" }, { status: 429 }, held);
  expect(await journal.counts()).toMatchObject({ unknown: 20, pending: 0 });

  await journal.resolve(
    [{ first: third.batch.first, last: third.batch.last, as: "did-not-run" }],
    "Jane",
    "export",
  );
  await third.turns.settle(third.batch, late, {}, good);
  expect(await journal.counts()).toMatchObject({ done: 9, failed: 1, unknown: 10, pending: 10 });
  const answers = (await journal.events()).filter(({ kind }) => kind === "late").map(({ detail }) => detail);
  expect(answers).toMatchObject([{ kept: true }, { kept: false }, { kept: false }]);
  expect(await journal.verify()).toEqual([]);
  expect(api.sizes).toEqual([]);
});

test("a worker whose lease is over by its own count does not send what it took", async () => {
  const { again } = await planned(10);
  let now = 0;
  const runner = await again(undefined, () => now).startRunner({});
  const turn = (await runner.turns?.next()) as Extract<Turn, { kind: "send" }>;
  expect(turn.maySend()).toBe(true);
  now = leaseMs;
  expect(turn.maySend()).toBe(false);
  const api = createApiDouble(() => "good");
  // The worker stops between the intent and the request.
  const slow: Fault = (text, when) => {
    if (when === "after" && text.includes("np6_bulk.take(") && now === leaseMs) now = leaseMs * 10;
  };
  const { again: other, journal: its } = await planned(10);
  now = leaseMs;
  const summary = await runJob(
    other(slow, () => now),
    { operation: api.operation, ...fast },
  );
  expect(summary.state).toBe("finished");
  const attempts = [];
  for await (const { outcome, kind } of its.attempts()) attempts.push([outcome, kind]);
  expect(attempts).toEqual([
    ["planned", "lease"],
    ["answered", undefined],
  ]);
  expect(api.executed.size).toBe(10);
  await expectTruth(its, timesOf(api));
  await runner.end();
});

for (const when of ["before", "after"] as const) {
  test(`when a take's answer is lost ${when} it is carried out, nothing is sent for it`, async () => {
    const { journal, again } = await planned(40);
    let left = 2;
    const api = createApiDouble(() => "good");
    const fault: Fault = (text, at) => {
      if (at !== when || !text.includes("np6_bulk.take(") || left === 0) return;
      left -= 1;
      throw connectionLost();
    };
    const summary = await runJob(again(fault), { operation: api.operation, ...fast });
    expect(summary.counts).toMatchObject({ done: 40, unknown: 0 });
    await expectTruth(journal, timesOf(api));
    const outcomes = [];
    for await (const { outcome } of journal.attempts()) outcomes.push(outcome);
    expect(outcomes.filter((outcome) => outcome === "planned")).toHaveLength(when === "after" ? 2 : 0);
    expect(api.sizes).toEqual([10, 10, 10, 10]);
  });
}

test("a take that arrives after it was given up takes nothing", async () => {
  const { journal } = await planned(10);
  const { runner } = await takeOne(journal);
  const [job] = await say(
    "SELECT id FROM np6_bulk.job WHERE name = (SELECT scope FROM np6_bulk.runner ORDER BY started_at DESC LIMIT 1)",
  );
  const token = "0b8a3c9e-6f0d-4a53-9d3b-3c1f6e0c0001";
  await say("SELECT np6_bulk.void_taken($1, $2, 'lost')", [job?.id, token]);
  const [late] = await say("SELECT * FROM np6_bulk.take($1, 'any', gen_random_uuid(), $2, NULL, 1, 10)", [
    job?.id,
    token,
  ]);
  expect(late?.what).toBe("void");
  await runner.end();
});

test("a result whose answer is lost is written once; when it never arrives, the lease makes it unknown", async () => {
  const { job, journal, again } = await planned(40);
  const api = createApiDouble(() => "some fail");
  let left = 3;
  const fault: Fault = (text, at) => {
    if (at === "after" && text.includes("np6_bulk.settle(") && left > 0) {
      left -= 1;
      throw connectionLost();
    }
  };
  const summary = await runJob(again(fault), { operation: api.operation, ...fast });
  expect(summary.counts).toMatchObject({ unknown: 0, pending: 0 });
  await expectTruth(journal, timesOf(api));

  const gone: Fault = (text) => {
    if (text.includes("np6_bulk.settle(") || text.includes("end_runner")) throw connectionLost();
  };
  const other = await planned(20);
  await expect(runJob(other.again(gone), { operation: api.operation, ...fast })).rejects.toThrow(
    JournalWriteError,
  );
  expect((await other.journal.counts()).sending).toBe(10);
  await expire(other.job);
  const rest = await runJob(other.again(), { operation: api.operation, ...fast });
  expect(rest.counts).toMatchObject({ unknown: 10 });
  expect(job).not.toBe(other.job);
});

test("all runners share stake, gate and rate, and must be told the same", async () => {
  const { journal, again } = await planned(100);
  const first = await journal.startRunner({ maxAtStake: 15, pace: { ...fast, batchSize: 10 } });
  const second = await again().startRunner({});
  await expect(again().startRunner({ maxAtStake: 16 })).rejects.toThrow(/maxAtStake 15.*has 16/);
  const turn = (await first.turns?.next()) as Extract<Turn, { kind: "send" }>;
  expect(turn.batch.items).toHaveLength(10);
  await say("UPDATE np6_bulk.pace SET concurrency = 4");
  // Ten receivers are at stake, and ten more would exceed the limit.
  expect(await second.turns?.next()).toMatchObject({ kind: "wait" });
  await expect(second.take(6)).rejects.toThrow("more receivers would be in flight than allowed");
  const held = { meaning: "held", retryAfterMs: 60_000, isExhausted: false, milliseconds: 1 } as const;
  await first.turns?.settle(turn.batch, { to: "planned" }, { status: 429 }, held);
  const waiting = (await second.turns?.next()) as Extract<Turn, { kind: "wait" }>;
  expect(waiting.kind).toBe("wait");
  const [row] = await say(
    "SELECT closed_until > clock_timestamp() + interval '55 s' AS closed FROM np6_bulk.pace JOIN np6_bulk.job ON job = id ORDER BY id DESC LIMIT 1",
  );
  expect(row?.closed).toBe(true);
  for (const runner of [first, second]) await runner.end();

  const rated = await planned(100);
  const third = await rated.journal.startRunner({ pace: { ...fast, rate: 0.01 } });
  expect((await third.turns?.next())?.kind).toBe("send");
  await say(
    "UPDATE np6_bulk.pace SET concurrency = 4 WHERE job = (SELECT id FROM np6_bulk.job WHERE name = $1)",
    [rated.job],
  );
  const fourth = await rated.again().startRunner({});
  // It does not wait for a batch in flight: that wait would be shorter.
  expect(await fourth.turns?.next()).toEqual({ kind: "wait", milliseconds: 1000 });
});

test("a result that is written again touches nobody else's attempt", async () => {
  const { journal, again } = await planned(10);
  const first = await takeOne(journal);
  const held = { meaning: "refused", isExhausted: false, milliseconds: 1 } as const;
  await first.turns.settle(first.batch, { to: "planned" }, {}, held);
  const second = await takeOne(again());
  expect(second.batch).toMatchObject({ id: first.batch.id, attempt: 2 });
  await first.turns.settle(first.batch, { to: "planned" }, {}, held);
  await first.runner.settle(first.batch, { to: "answered", outcomes: [] }, {});
  expect(await journal.counts()).toMatchObject({ sending: 10, done: 0 });
  await second.turns.settle(second.batch, { to: "answered", outcomes: [] }, {}, good);
  await first.turns.settle(first.batch, { to: "planned" }, {}, held);
  expect(await journal.counts()).toMatchObject({ done: 10 });
});

test("a runner that was given up begins anew before it takes", async () => {
  const { job, journal } = await planned(30);
  const { runner } = await takeOne(journal);
  await expire(job);
  expect((await runner.take(10))?.items).toHaveLength(10);
  const [row] = await say(
    "SELECT r.ended_at FROM np6_bulk.batch b JOIN np6_bulk.runner r ON r.id = b.runner JOIN np6_bulk.job j ON j.id = b.job WHERE j.name = $1 AND b.state = 'sending'",
    [job],
  );
  expect(row).toEqual({ ended_at: null });
  await runner.end();
  expect(await journal.counts()).toMatchObject({ sending: 0, unknown: 20, pending: 10 });
});

test("unknown batches of several runners together pause the job", async () => {
  const { journal, again } = await planned(200);
  const api = createApiDouble(() => "500 ran");
  const runs = [journal, again(), again()].map((one) =>
    runJob(one, { operation: api.operation, ...fast, resume: false }),
  );
  const states = (await Promise.all(runs)).map(({ state }) => state);
  expect(states).toEqual(["paused", "paused", "paused"]);
  expect(api.sizes).toHaveLength(3);
  expect((await journal.job())?.paused).toContain("3 batches in a row");
  await expectTruth(journal, timesOf(api));
});

test("a slice that is delivered again, also to two at once, sends nothing twice", async () => {
  const { journal, again } = await planned(95);
  const api = createApiDouble(() => "good");
  const options = { operation: api.operation, ...fast };
  const slices = await slicesOf(journal, 40);
  expect(slices).toEqual([
    { first: 1, last: 40 },
    { first: 41, last: 80 },
    { first: 81, last: 95 },
  ]);
  const [, second = { first: 0, last: 0 }] = slices;
  const twice = [journal, again()].map((one) => runSlice(one, { ...options, slice: second }));
  expect((await Promise.all(twice)).map(({ state }) => state)).toEqual(["finished", "finished"]);
  expect(await journal.counts()).toMatchObject({ done: 40, pending: 55 });
  for (const slice of [...slices, ...slices]) await runSlice(journal, { ...options, slice });
  expect(await journal.counts()).toMatchObject({ done: 95, pending: 0 });
  expect([...api.executed.values()].every((times) => times === 1)).toBe(true);
  await journal.pause("somebody said so");
  expect(await journal.verify()).toEqual([]);
  await expect(runSlice({ ...journal, isShared: false }, { ...options, slice: second })).rejects.toThrow(
    "one runner",
  );
});

test("a pause, a time and a cancellation stop all", async () => {
  const { journal, again } = await planned(50);
  const api = createApiDouble(() => "good");
  const options = { operation: api.operation, ...fast };
  const late = await runJob(journal, { ...options, notAfter: new Date(0) });
  expect(late).toMatchObject({ state: "paused", reason: expect.stringContaining("1970-01-01") });
  expect((await runJob(again(), { ...options, resume: false })).state).toBe("paused");
  await journal.cancel("wrong workflow");
  await expect(runJob(again(), options)).rejects.toThrow("was cancelled");
  expect(api.sizes).toEqual([]);
});

test("states move along the arrows only, whoever writes", async () => {
  const { job, journal } = await planned(10);
  const { batch } = await takeOne(journal);
  await expire(job);
  await journal.startRunner({});
  const change = (text: string) => say(`UPDATE np6_bulk.batch SET ${text} WHERE id = $1`, [batch.id]);
  for (const state of ["planned", "sending", "answered"]) {
    await expect(change(`state = '${state}'`)).rejects.toThrow("cannot change from this state");
  }
  await expect(change("last = 99")).rejects.toThrow("only a planned batch may lose items");
  await expect(say("DELETE FROM np6_bulk.attempt")).rejects.toThrow("never deleted");
  await expect(
    say("UPDATE np6_bulk.attempt SET outcome = 'planned' WHERE batch = $1", [batch.id]),
  ).rejects.toThrow("ends once");
  await say("ALTER TABLE np6_bulk.batch DISABLE TRIGGER batch_arrow");
  expect(await journal.verify()).toEqual(["I6 the rule batch_arrow is missing"]);
  await say("ALTER TABLE np6_bulk.batch ENABLE TRIGGER batch_arrow");
});

test("without synchronous commits nothing is taken", async () => {
  const { journal } = await planned(10);
  const runner = await journal.startRunner({});
  await say("SET synchronous_commit = off");
  try {
    await expect(runner.turns?.next()).rejects.toThrow(/pglite cannot be written: synchronous_commit is off/);
  } finally {
    await say("SET synchronous_commit = on");
  }
  expect(await journal.counts()).toMatchObject({ sending: 0, pending: 10 });
});

test("the tables are made once, by however many, and newer ones are refused", async () => {
  await Promise.all([1, 2, 3].map(() => migrate(database(), "np6_bulk")));
  await say("INSERT INTO np6_bulk.migration (version) VALUES (99)");
  await expect(migrate(database(), "np6_bulk")).rejects.toThrow("version 99");
  await say("DELETE FROM np6_bulk.migration WHERE version = 99");
});

test("keys of single calls are guarded; those of an owner who is gone are unknown", async () => {
  const { job, journal, again } = await planned(1);
  let calls = 0;
  const call = async () => {
    calls += 1;
  };
  expect((await once(journal, "m1", call)).state).toBe("done");
  expect((await once(again(), "m1", call)).state).toBe("done");
  expect(calls).toBe(1);
  expect(await again().keys.take("m2")).toMatchObject({ isMine: true });
  expect((await once(journal, "m2", call)).state).toBe("open");
  await expire(`keys of ${job}`);
  expect((await once(journal, "m2", call)).state).toBe("unknown");
  await journal.keys.resolve("m2", "did-not-run", "Jane", "export");
  expect((await once(journal, "m2", call)).state).toBe("done");
  expect(calls).toBe(2);
});

test("a purge leaves counts and no receiver", async () => {
  const { journal } = await planned(20);
  const api = createApiDouble(() => "some fail");
  await runJob(journal, { operation: api.operation, ...fast });
  const before = await journal.counts();
  await journal.purge();
  expect(await journal.counts()).toEqual(before);
  const seen = [];
  for await (const item of journal.items()) seen.push(item);
  expect(seen).toEqual([]);
  expect(await journal.verify()).toEqual([]);
  await expect(runJob(journal, { operation: api.operation })).rejects.toThrow("purged");
});

const secret = "s3cret";
test.each([
  [`postgres://jane:${secret}@127.0.0.1:1/x`, "127.0.0.1:1/x job spring could not be reached"],
  [secret, "is not a URL"],
  [`mysql://jane:${secret}@host/x`, "mysql:"],
])("what is said about %s does not name the password", async (connectionString, words) => {
  const failure: unknown = await postgresJournal({ connectionString, job: "spring", reconnectMs: 0 }).catch(
    (error) => error,
  );
  expect(failure).toBeInstanceOf(BulkError);
  expect((failure as Error).message).toContain(words);
  expect(JSON.stringify([failure, String(failure), (failure as Error).stack])).not.toContain(secret);
});
