import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { startMock } from "@np6/api-mock";
import { expect } from "vitest";
import { openJournal } from "../journal/open-journal.ts";
import { planJob } from "../planning/plan-job.ts";
import { expectTruth } from "./expect-truth.test-support.ts";

const program = fileURLToPath(new URL("run-job-child.test-support.ts", import.meta.url));

/** Runs the program once. @returns its exit code and its output */
async function runChild(args: readonly string[]): Promise<{ readonly code: unknown; readonly out: string }> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  let out = "";
  child.stdout.on("data", (chunk) => (out += chunk));
  const [code, signal] = await once(child, "close");
  return { code: signal ?? code, out };
}

/** The points at which a sending process is killed: the journal's own, and those around the request. */
const killPoints: readonly string[] = [
  "start:begun",
  "start:written",
  "take:begun",
  "take:written",
  "send:before",
  "send:after",
  "settle:begun",
  "settle:written",
];

/** Parameters of one job. */
export interface KillJob {
  readonly file: string;
  readonly receivers: number;
  readonly batchSize: number;
  readonly maxAtStake: number;
  readonly kills: number;
  readonly scenarios: readonly string[];
}

/**
 * Kills a job by SIGKILL at every point in turn, restarts it until it is done, and compares its journal with the mock's
 * record.
 * @returns the counts
 */
export async function killMatrix(
  job: KillJob,
): Promise<{ kills: number; unknown: number; unknownThatRan: number }> {
  const mock = await startMock({ scenarios: job.scenarios });
  try {
    const journal = await openJournal(job.file);
    const executions = Array.from({ length: job.receivers }, (_, index) => ({
      receiver: { type: "id" as const, value: `R${index}` },
    }));
    await planJob(journal, { workflowId: 42, executions });
    let kills = 0;
    const run = (...rest: readonly string[]) =>
      runChild([job.file, mock.url, String(job.batchSize), String(job.maxAtStake), ...rest]);
    for (let turn = 0; kills < job.kills && turn < job.kills * 3; turn += 1) {
      const point = killPoints[turn % killPoints.length] ?? "";
      const before = await journal.counts();
      // A run starts once; the other points occur repeatedly.
      const nth = point.startsWith("start") ? 1 : 1 + (Math.floor(turn / killPoints.length) % 3);
      const { code } = await run(point, String(nth));
      const after = await journal.counts();
      if (code === "SIGKILL") kills += 1;
      expect(after.sending).toBeLessThanOrEqual(job.maxAtStake);
      expect(before.total).toBe(after.total);
    }
    for (let turn = 0; turn < 50 && (await journal.counts()).pending > 0; turn += 1) {
      expect((await run()).code).toBe(0);
    }
    // The last kill may have left receivers in flight.
    await run();
    const counts = await journal.counts();
    expect({ pending: counts.pending, sending: counts.sending }).toEqual({ pending: 0, sending: 0 });
    const times = (item: unknown) =>
      mock.executions.get((item as { readonly receiver: unknown }).receiver)?.times ?? 0;
    await expectTruth(journal, times);
    expect(mock.executions.repeated).toBe(0);
    let unknownThatRan = 0;
    for await (const { item } of journal.items({ state: "unknown" })) unknownThatRan += times(item);
    await journal.close();
    return { kills, unknown: counts.unknown, unknownThatRan };
  } finally {
    await mock.close();
  }
}
