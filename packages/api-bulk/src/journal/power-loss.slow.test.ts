import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { startMock } from "@np6/api-mock";
import { expect, test } from "vitest";
import { missingStrace } from "../testing/find-strace.test-support.ts";
import { planForMock } from "../testing/plan-for-mock.test-support.ts";
import { createSimulatedDisk, type DiskImage } from "../testing/simulated-disk.test-support.ts";
import { temporaryJournal } from "../testing/temporary-journal.test-support.ts";
import { traceRun } from "../testing/trace-run.test-support.ts";
import { openJournal } from "./open-journal.ts";

// Simulates a power loss at every sync, and at every page that was written after it. The remaining file must be true.

const missing = missingStrace();
/** Remaining files are checked in memory, because two thousand copies need no disk. */
const memory = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

interface Look {
  readonly losses: number;
  readonly requests: number;
  readonly lies: readonly string[];
}

/** Runs a job, then checks the files that a power loss at each moment would have left. */
async function lookAtEachMoment(synchronous: "FULL" | "NORMAL", receivers: number): Promise<Look> {
  const mock = await startMock({
    scenarios: [
      "partial-failure,probability=0.3,percent=40,seed=7",
      "internal-server-error,probability=0.05,ran=1,seed=8",
      "too-many-requests,probability=0.05,seed=7",
      "reset-after,probability=0.05,seed=7",
    ],
  });
  const [file, copy] = [temporaryJournal(), temporaryJournal(memory)];
  await planForMock(file, receivers);
  const disk = createSimulatedDisk(readFileSync(file));
  const { events } = await traceRun({ file, url: mock.url, batchSize: 3, synchronous });
  /** Number of the request by which each receiver was executed. */
  const executedBy = new Map([...mock.executions].map(({ who, requests: [first] }) => [who, first ?? 0]));
  const lies: string[] = [];
  let [requests, losses] = [0, 0];

  const look = async (image: DiskImage): Promise<void> => {
    losses += 1;
    writeFileSync(copy, image.db);
    writeFileSync(`${copy}-wal`, image.wal);
    const journal = await openJournal(copy);
    for (const problem of await journal.verify()) lies.push(`after ${requests} requests: ${problem}`);
    for await (const { seq, item, state } of journal.items()) {
      const { receiver } = item as { readonly receiver: unknown };
      const ran = (executedBy.get(JSON.stringify(receiver)) ?? Number.POSITIVE_INFINITY) <= requests;
      if (ran && (state === "pending" || state === "failed")) {
        lies.push(`after ${requests} requests: ${seq} is ${state} and ran`);
      }
      if (!ran && state === "done") lies.push(`after ${requests} requests: ${seq} is done and did not run`);
    }
    await journal.close();
  };

  for (const event of events) {
    // Batches are alike: a third of them suffices, with every checkpoint of the write-ahead log.
    const isLookedAt = requests % 3 === 0 || (event.kind === "sync" && event.file === "db");
    if (event.kind === "sync" && isLookedAt) {
      const written = disk.unsynced;
      // A part was written, page by page: a header of 24 bytes, then the page.
      for (let end = 0; end < written; end += 2) await look(disk.afterPowerLoss((index) => index < end));
      if (written > 1) {
        await look(disk.afterPowerLoss((index) => index < written, written - 1));
        // A disk may write the last page before the first.
        await look(disk.afterPowerLoss((index) => index > 1));
        await look(disk.afterPowerLoss((index) => index % 4 > 1));
      }
    }
    disk.play(event);
    if (event.kind === "post") {
      requests += 1;
      await look(disk.afterPowerLoss(() => false));
    }
  }
  await look(disk.afterPowerLoss(() => false));
  expect(mock.requestCount).toBe(requests);
  await mock.close();
  return { losses, requests, lies };
}

test("whenever the power goes, nobody who was executed is pending, and every state is true", async (context) => {
  if (missing !== undefined) return context.skip(`power loss: not run: ${missing}`);
  const { losses, requests, lies } = await lookAtEachMoment("FULL", 390);
  process.stdout.write(`${requests} requests, ${losses} power losses\n`);
  expect(lies).toEqual([]);
  expect(requests).toBeGreaterThan(120);
  expect(losses).toBeGreaterThan(4 * requests);
});

test("without full sync, the same look finds receivers who were executed and are pending", async (context) => {
  if (missing !== undefined) return context.skip(`power loss: not run: ${missing}`);
  const { lies } = await lookAtEachMoment("NORMAL", 30);
  expect(lies.filter((lie) => lie.endsWith("is pending and ran")).length).toBeGreaterThan(10);
});
