import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { startMock } from "@np6/api-mock";
import { expect, test } from "vitest";
import { executeWorkflowBatch } from "../protocol/bulk-operation.ts";
import { runJob } from "../protocol/run-job.ts";
import { expectTruth } from "../testing/expect-truth.test-support.ts";
import { missingStrace } from "../testing/find-strace.test-support.ts";
import { planForMock } from "../testing/plan-for-mock.test-support.ts";
import { temporaryJournal } from "../testing/temporary-journal.test-support.ts";
import { traceRun } from "../testing/trace-run.test-support.ts";
import { openJournal } from "./open-journal.ts";

const source = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** Runs a program with a limit on the size of files: the kernel refuses larger ones, as on a full disk. */
async function runWithin(bytes: number, args: readonly string[], input = "") {
  const command = ['ulimit -f "$0"; exec "$@"', String(bytes / 512), process.execPath, ...args];
  const env = { ...process.env, NP6_API_KEY: "any-key-of-the-mock" };
  const child = spawn("sh", ["-c", ...command], { stdio: ["pipe", "pipe", "pipe"], env });
  child.stdin.on("error", () => {}).end(input);
  let error = "";
  child.stderr.on("data", (chunk) => (error += chunk));
  const [code] = await once(child, "close");
  return { code, error };
}

test("a disk that is full in the middle of a run: nothing is sent after it, and the job goes on when there is space", async () => {
  const mock = await startMock();
  const file = temporaryJournal();
  await planForMock(file, 200);
  const child = source("testing/run-job-child.test-support.ts");
  const { code, error } = await runWithin(96 * 1024, [child, file, mock.url, "10", "10"]);
  expect(code).toBe(1);
  expect(error).toMatch(/job\.db cannot be written: the disk .*Nothing is sent after this/);

  // The command reports by its exit code that the job can be resumed.
  const resume = ["resume", "--journal", file, "--yes", "--batch-size", "10", "--base-url", mock.url];
  const again = await runWithin(64 * 1024, [source("cli.ts"), ...resume]);
  expect(again).toEqual({ code: 4, error: expect.stringContaining("cannot be written: the disk") });

  const journal = await openJournal(file);
  const before = mock.executions.size;
  const times = (item: unknown) =>
    mock.executions.get((item as { readonly receiver: unknown }).receiver)?.times ?? 0;
  expect(before).toBeGreaterThan(0);
  expect((await journal.counts()).pending).toBeGreaterThan(0);
  await expectTruth(journal, times);
  const { state, counts } = await runJob(journal, { operation: executeWorkflowBatch(mock.client()) });
  expect(state).toBe("finished");
  // At most one batch was in flight each time.
  expect(counts.unknown).toBeLessThanOrEqual(20);
  expect(counts.done + counts.unknown).toBe(200);
  await expectTruth(journal, times);
  await journal.close();
  await mock.close();
});

test("a disk that is full while a job is planned: the plan is thrown away, and made again", async () => {
  const file = temporaryJournal();
  const lines = Array.from(
    { length: 60_000 },
    (_, index) => `{"receiver":{"type":"id","value":"R${index}"}}`,
  );
  const args = ["plan", "--journal", file, "--workflow", "42", "--receivers", "-", "--format", "ndjson"];
  const first = await runWithin(512 * 1024, [source("cli.ts"), ...args], lines.join("\n"));
  expect(first).toEqual({ code: 1, error: expect.stringContaining("cannot be written: the disk") });
  const journal = await openJournal(file);
  expect(await journal.job()).toBeUndefined();
  await journal.close();
  const again = await runWithin(512 * 2 ** 20, [source("cli.ts"), ...args], lines.join("\n"));
  expect(again.error).toContain("60,000 receivers planned");
});

test("the disk is full, or cannot be synced, at any write of a commit: no request follows", async (context) => {
  const missing = missingStrace();
  if (missing !== undefined) return context.skip(`full disk at each commit: not run: ${missing}`);
  const mock = await startMock();
  let [stopped, pending] = [0, 0];
  // A batch takes 16 to 18 writes, two per page; the last faults hit the third batch.
  const faults = [
    ...Array.from({ length: 13 }, (_, index) => `pwrite64:error=ENOSPC:when=${1 + 4 * index}+`),
    ...[1, 2, 3, 4, 5, 6].map((nth) => `fsync:error=EIO:when=${nth}+`),
    // The disk is full only once. The run ends nevertheless.
    ...[9, 22, 31].map((nth) => `pwrite64:error=ENOSPC:when=${nth}`),
  ];
  for (const inject of faults) {
    mock.reset();
    const file = temporaryJournal();
    await planForMock(file, 30);
    const { code, error } = await traceRun({ file, url: mock.url, batchSize: 10, inject });
    expect({ inject, code }).toEqual({ inject, code: 1 });
    expect(error).toMatch(/cannot be written: the disk (is full|refuses)/);
    stopped += 1;
    const journal = await openJournal(file);
    pending += (await journal.counts()).pending;
    const times = (item: unknown) =>
      mock.executions.get((item as { readonly receiver: unknown }).receiver)?.times ?? 0;
    await expectTruth(journal, times);
    await runJob(journal, { operation: executeWorkflowBatch(mock.client()), canary: false, batchSize: 10 });
    const { done, unknown } = await journal.counts();
    expect(unknown).toBeLessThanOrEqual(10);
    expect(done + unknown).toBe(30);
    await expectTruth(journal, times);
    await journal.close();
  }
  await mock.close();
  process.stdout.write(`${stopped} full disks, ${pending} receivers left pending by them\n`);
  expect(pending).toBeGreaterThan(100);
});
