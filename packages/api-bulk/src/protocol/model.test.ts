import fc from "fast-check";
import { expect, test } from "vitest";
import { openJournalWith } from "../journal/open-journal.ts";
import { planJob } from "../planning/plan-job.ts";
import { createApiDouble, fates } from "../testing/api-double.test-support.ts";
import { expectTruth } from "../testing/expect-truth.test-support.ts";
import { createFakeClock } from "../testing/fake-clock.test-support.ts";
import { temporaryJournal } from "../testing/temporary-journal.test-support.ts";
import { runJobWith } from "./run-job.ts";

// Random histories of faults, deaths, stops and resolutions, NP6_FUZZ_RUNS of them; NP6_FUZZ_SEED repeats them.

const points = ["start", "take", "settle", "pause", "note", "resolve"].flatMap((name) => [
  `${name}:begun`,
  `${name}:written`,
]);

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("run" as const) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("die" as const),
      point: fc.constantFrom(...points),
      nth: fc.integer({ min: 1, max: 6 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("stop" as const), after: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("pause" as const), after: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("resolve" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("jump" as const), by: fc.integer() }) },
);

const history = fc.record({
  total: fc.integer({ min: 1, max: 200 }),
  batchSize: fc.integer({ min: 1, max: 60 }),
  maxAtStake: fc.integer({ min: 1, max: 120 }),
  limit: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
  poison: fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 2 }),
  onBadBatch: fc.constantFrom("unknown" as const, "split" as const),
  fates: fc.infiniteStream(
    fc.oneof(
      { weight: 12, arbitrary: fc.constant("good" as const) },
      { weight: 4, arbitrary: fc.constantFrom(...fates) },
    ),
  ),
  steps: fc.array(step, { minLength: 1, maxLength: 8 }),
});

class Death extends Error {}

const numRuns = Number(process.env.NP6_FUZZ_RUNS ?? 300);
const timeout = 60_000 + numRuns * 500;

test("no history sends anybody twice, and the journal never lies", { timeout }, async () => {
  const seed = process.env.NP6_FUZZ_SEED;
  const seen = { deaths: 0, unknown: 0, ran: 0 };
  await fc.assert(
    fc.asyncProperty(history, async (given) => {
      const file = temporaryJournal();
      const clock = createFakeClock();
      let healthy = false;
      const api = createApiDouble(() => (healthy ? "good" : (given.fates.next().value ?? "good")), given);
      let at = (_name: string): void => {};
      const open = () =>
        openJournalWith(file, { synchronous: "NORMAL", now: clock.now, points: (name) => at(name) });
      let journal = await open();
      const rows = Array.from({ length: given.total }, (_, index) => ({ item: index + 1 }));
      await planJob(journal, { operation: "send", input: {}, rows, onBadBatch: given.onBadBatch });
      const options = {
        operation: api.operation,
        batchSize: given.batchSize,
        maxAtStake: given.maxAtStake,
        maxConcurrency: 4,
      };

      for (const action of given.steps) {
        const before = await journal.counts();
        let dead = false;
        let left = action.kind === "die" ? action.nth : 0;
        const stop = new AbortController();
        let batches = 0;
        at = (name) => {
          if (action.kind === "die" && !dead && name === action.point) {
            left -= 1;
            dead = left === 0;
            if (dead) api.disconnect();
          }
          if (dead) throw new Death();
        };
        const on = {
          progress: () => {
            batches += 1;
            if (action.kind === "stop" && batches > action.after) stop.abort();
            if (action.kind === "pause" && batches === action.after) void journal.pause("somebody said so");
          },
        };
        if (action.kind === "jump") clock.jump(action.by);
        try {
          if (action.kind === "resolve") {
            const resolveUnknown = ({ item }: { readonly item: unknown }) =>
              api.executed.has(item) ? ("ran" as const) : ("did-not-run" as const);
            await runJobWith(journal, { ...options, resolveUnknown }, clock);
          } else await runJobWith(journal, { ...options, signal: stop.signal, on }, clock);
        } catch (error) {
          if (!(error instanceof Death)) throw error;
          seen.deaths += 1;
        }
        at = () => {};
        api.connect();
        if (dead) {
          await journal.close();
          journal = await open();
        }
        const after = await journal.counts();
        if (!dead) expect(after.sending).toBe(0);
        expect(after.sending).toBeLessThanOrEqual(given.maxAtStake);
        expect(before.total).toBe(after.total);
        await expectTruth(journal, (item) => api.executed.get(item) ?? 0);
      }

      // At the end the API is healthy, and no process dies.
      healthy = true;
      for (let run = 0; run < given.total + 10; run += 1) {
        if ((await runJobWith(journal, { ...options }, clock)).state === "finished") break;
      }
      const counts = await journal.counts();
      expect(counts.pending + counts.sending).toBe(0);
      await expectTruth(journal, (item) => api.executed.get(item) ?? 0);
      seen.unknown += counts.unknown + counts.ran;
      await journal.close();
    }),
    { numRuns, ...(seed === undefined ? {} : { seed: Number(seed) }) },
  );
  // The histories contained every kind of event.
  if (numRuns >= 100) {
    expect(seen.deaths).toBeGreaterThan(10);
    expect(seen.unknown).toBeGreaterThan(10);
  }
});
