import { startMock } from "@np6/api-mock";
import { expect, test } from "vitest";
import { missingStrace } from "../testing/find-strace.test-support.ts";
import { planForMock } from "../testing/plan-for-mock.test-support.ts";
import type { TraceEvent } from "../testing/read-trace.test-support.ts";
import { temporaryJournal } from "../testing/temporary-journal.test-support.ts";
import { traceRun } from "../testing/trace-run.test-support.ts";

// Observes from outside the process in which order it writes, syncs and sends.

const missing = missingStrace();

/** Describes, for each request, the state of the disk that was wrong when it was sent. */
function problemsOf(events: readonly TraceEvent[]): string[] {
  const problems: string[] = [];
  let requests = 0;
  let [written, synced, syncedIntents] = [false, true, 0];
  for (const event of events) {
    if (event.kind === "write" && event.file === "wal") [written, synced] = [true, false];
    if (event.kind === "sync" && event.file === "wal") {
      if (written) syncedIntents += 1;
      [written, synced] = [false, true];
    }
    if (event.kind === "post") {
      requests += 1;
      if (!synced) problems.push(`request ${requests} left before the log was synced`);
      if (syncedIntents === 0) problems.push(`request ${requests} left without an intent`);
      syncedIntents = 0;
    }
  }
  return problems;
}

test("every request leaves after its intent was synced, with two syncs a batch", async (context) => {
  if (missing !== undefined) return context.skip(`order on disk: not run: ${missing}`);
  const mock = await startMock();
  const file = temporaryJournal();
  await planForMock(file, 1_200);
  const { code, events } = await traceRun({ file, url: mock.url, batchSize: 5 });
  const batches = mock.requestCount;
  await mock.close();
  expect(code).toBe(0);
  expect(batches).toBe(240);
  expect(events.filter(({ kind }) => kind === "post")).toHaveLength(batches);
  expect(problemsOf(events)).toEqual([]);
  const syncs = events.filter(({ kind }) => kind === "sync").length;
  const checkpoints = events.filter((event) => event.kind === "sync" && event.file === "db").length;
  process.stdout.write(`${batches} batches, ${syncs} syncs, ${checkpoints} checkpoints\n`);
  // Two syncs per batch, plus start, end and folder, and three for each checkpoint of the write-ahead log.
  expect(syncs).toBeLessThanOrEqual(2 * batches + 4 + 3 * checkpoints);
  expect(checkpoints).toBeLessThanOrEqual(1 + batches / 100);
});

test("without full sync, the same look finds requests that left too early", async (context) => {
  if (missing !== undefined) return context.skip(`order on disk: not run: ${missing}`);
  const mock = await startMock();
  const file = temporaryJournal();
  await planForMock(file, 100);
  const { code, events } = await traceRun({ file, url: mock.url, batchSize: 5, synchronous: "NORMAL" });
  await mock.close();
  expect(code).toBe(0);
  expect(problemsOf(events).length).toBeGreaterThanOrEqual(20);
});
