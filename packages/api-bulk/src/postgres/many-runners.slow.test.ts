import fc from "fast-check";
import { expect, test } from "vitest";
import type { Journal } from "../journal/journal.ts";
import { JournalWriteError } from "../journal-write-error.ts";
import { planJob } from "../planning/plan-job.ts";
import { runJobWith } from "../protocol/run-job.ts";
import { createApiDouble, fates } from "../testing/api-double.test-support.ts";
import { createFakeClock } from "../testing/fake-clock.test-support.ts";
import { findLies } from "../testing/find-lies.test-support.ts";
import { connectionLost, type Fault, startPglite } from "../testing/pglite-database.test-support.ts";
import { journalOn } from "./postgres-journal.ts";

// Random histories of several runners: lost connections, deaths, and leases that end while the runner is alive.
// NP6_FUZZ_RUNS sets their number, and NP6_FUZZ_SEED repeats them.

const { database } = await startPglite();
const leaseMs = 30_000;

/** A fault of one runner, at its n-th statement of a kind. */
const mishap = fc.record({
  kind: fc.constantFrom("loses a connection", "loses its lease", "loses its lease", "dies"),
  statement: fc.constantFrom(
    "np6_bulk.take(",
    "np6_bulk.settle(",
    "void_taken",
    "UPDATE np6_bulk.pace",
    "COMMIT",
  ),
  nth: fc.integer({ min: 1, max: 5 }),
  when: fc.constantFrom("before" as const, "after" as const),
});

const history = fc.record({
  total: fc.integer({ min: 1, max: 120 }),
  batchSize: fc.integer({ min: 1, max: 30 }),
  maxAtStake: fc.integer({ min: 10, max: 60 }),
  onBadBatch: fc.constantFrom("unknown" as const, "split" as const),
  fates: fc.infiniteStream(
    fc.oneof(
      { weight: 12, arbitrary: fc.constant("good" as const) },
      // Without fates that make the database schedule a wait, which the test would have to wait for.
      {
        weight: 3,
        arbitrary: fc.constantFrom(...fates.filter((fate) => !["429", "never sent"].includes(fate))),
      },
    ),
  ),
  rounds: fc.array(fc.array(fc.option(mishap), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 4,
  }),
  resolves: fc.boolean(),
});

const numRuns = Number(process.env.NP6_FUZZ_RUNS ?? 50);
let jobs = 0;

test("no history of many runners sends anybody twice, and the journal never lies", {
  timeout: 120_000 + numRuns * 3000,
}, async () => {
  const seed = process.env.NP6_FUZZ_SEED;
  const seen = { mishaps: 0, leases: 0, late: 0, unknown: 0 };
  await fc.assert(
    fc.asyncProperty(history, async (given) => {
      jobs += 1;
      const job = `history ${jobs}`;
      const say = database().query;
      const api = createApiDouble(() => given.fates.next().value ?? "good");
      const calm = journalOn(database(), job, leaseMs);
      const rows = Array.from({ length: given.total }, (_, index) => ({ item: index + 1 }));
      await planJob(calm, { operation: "send", input: {}, rows, onBadBatch: given.onBadBatch });
      const lose = (runner: unknown) =>
        say(
          "UPDATE np6_bulk.runner SET lease = interval '0 s', lease_until = clock_timestamp() - interval '1 s' WHERE id = $1",
          [runner],
        );

      const run = async (its: (typeof given.rounds)[number][number]) => {
        let runner: unknown;
        let [left, isDead] = [its?.nth ?? 0, false];
        const fault: Fault = (text, when, values) => {
          if (isDead) throw connectionLost();
          if (text.includes("INSERT INTO np6_bulk.runner") && when === "before") runner = values[0];
          if (its === null || runner === undefined || when !== its.when || !text.includes(its.statement))
            return;
          left -= 1;
          if (left !== 0) return;
          seen.mishaps += 1;
          if (its.kind !== "loses a connection") void lose(runner);
          if (its.kind === "loses its lease") return;
          isDead = its.kind === "dies";
          throw connectionLost();
        };
        const journal: Journal = journalOn(database(fault, its?.kind === "dies" ? 0 : 1000), job, leaseMs);
        const send: typeof api.operation.send = async (...call) => {
          if (isDead) throw new Error("dead");
          return api.operation.send(...call);
        };
        const options = {
          operation: { ...api.operation, send },
          batchSize: given.batchSize,
          maxAtStake: given.maxAtStake,
          maxConcurrency: 4,
        };
        try {
          await runJobWith(journal, options, createFakeClock());
        } catch (error) {
          if (!isDead) throw error;
          expect([JournalWriteError, Error]).toContain((error as Error).constructor);
        }
      };
      for (const round of given.rounds) {
        await Promise.all(round.map(run));
        expect((await calm.counts()).sending).toBeLessThanOrEqual(given.maxAtStake);
        expect(await findLies(calm, (item) => api.executed.get(item) ?? 0)).toEqual([]);
        if (!given.resolves) continue;
        const resolveUnknown = ({ item }: { readonly item: unknown }) =>
          api.executed.has(item) ? ("ran" as const) : ("did-not-run" as const);
        const options = {
          operation: api.operation,
          resolveUnknown,
          batchSize: given.batchSize,
          maxAtStake: given.maxAtStake,
        };
        await runJobWith(calm, options, createFakeClock());
      }
      for (let turn = 0; turn < given.total + 10; turn += 1) {
        const options = {
          operation: api.operation,
          batchSize: given.batchSize,
          maxAtStake: given.maxAtStake,
        };
        if ((await runJobWith(calm, options, createFakeClock())).state === "finished") break;
      }
      const counts = await calm.counts();
      expect(counts.pending + counts.sending).toBe(0);
      expect(await findLies(calm, (item) => api.executed.get(item) ?? 0)).toEqual([]);
      const events = await calm.events();
      seen.leases += events.filter(({ kind }) => kind === "lease").length;
      seen.late += events.filter(({ kind }) => kind === "late").length;
      seen.unknown += counts.unknown;
      await calm.close();
    }),
    { numRuns, ...(seed === undefined ? {} : { seed: Number(seed) }) },
  );
  // The histories contained every kind of fault.
  if (numRuns >= 50) for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
});
