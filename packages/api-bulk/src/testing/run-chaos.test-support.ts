import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { startMock } from "@np6/api-mock";
import { openJournal } from "../journal/open-journal.ts";
import type { ChaosProfile } from "./chaos-profiles.test-support.ts";
import { findLies } from "./find-lies.test-support.ts";
import { planForMock } from "./plan-for-mock.test-support.ts";

const program = fileURLToPath(new URL("run-job-child.test-support.ts", import.meta.url));

/** Parameters of a run with faults. */
export interface ChaosJob {
  /** Path of a new journal. */
  readonly file: string;
  readonly receivers: number;
  readonly batchSize: number;
  readonly maxAtStake: number;
  /** Number of kills of the process, at moments that depend on the seed. */
  readonly kills: number;
  readonly seed: number;
}

/** Result of a run with faults. */
export interface ChaosResult {
  readonly seconds: number;
  readonly requests: number;
  readonly runs: number;
  readonly kills: number;
  readonly done: number;
  readonly failed: number;
  /** Number of receivers that may have run: those left by a kill, and those with an unclear response. */
  readonly unknown: number;
  readonly unknownByDeath: number;
  readonly unknownThatRan: number;
  /** Largest number left by one kill. */
  readonly mostByOneDeath: number;
  readonly executedTwice: number;
  /** Differences between journal and real executions, and broken invariants. */
  readonly lies: readonly string[];
}

/** Sends a job with faults, in a process that is killed and restarted, until no receiver is pending. */
export async function runChaos(profile: ChaosProfile, job: ChaosJob): Promise<ChaosResult> {
  const started = performance.now();
  const scenarios = profile.scenarios.map((text) => text.replaceAll("{seed}", String(job.seed)));
  const mock = await startMock({ scenarios });
  try {
    await planForMock(job.file, job.receivers, profile.splits && "split");
    const journal = await openJournal(job.file);
    let [runs, kills] = [0, 0];
    const { attemptTimeoutMs } = profile;
    const options = { canary: true, ...(attemptTimeoutMs !== undefined && { attemptTimeoutMs }) };
    const run = async (killAt: number): Promise<void> => {
      runs += 1;
      const numbers = [String(job.batchSize), String(job.maxAtStake)];
      const args = [program, job.file, mock.url, ...numbers, "none", "0", "FULL", JSON.stringify(options)];
      const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
      const ended = once(child, "close");
      let isOver = false;
      void ended.then(() => (isOver = true));
      while (!isOver && mock.executions.total < killAt) await Promise.race([ended, wait(5)]);
      if (!isOver) child.kill("SIGKILL");
      const [code, signal] = await ended;
      if (signal === "SIGKILL") kills += 1;
      else if (code !== 0) throw new Error(`${profile.name}: the run ended with ${code ?? signal}`);
    };
    for (const killAt of placesOf(job)) await run(killAt);
    const pending = async () => (await journal.counts()).pending + (await journal.counts()).sending;
    // A person would restart it, however often it pauses itself.
    for (let turn = 0; turn < 2_000 && (await pending()) > 0; turn += 1) await run(Number.POSITIVE_INFINITY);

    const times = (item: unknown) =>
      mock.executions.get((item as { readonly receiver: unknown }).receiver)?.times ?? 0;
    const lies = await findLies(journal, times);
    const left = await pending();
    if (left > 0) lies.push(`${left} receivers are left`);
    const counts = await journal.counts();
    let unknownThatRan = 0;
    for (const state of ["unknown", "ran"] as const) {
      for await (const { item } of journal.items({ state })) unknownThatRan += times(item);
    }
    const byDeath = (await journal.events())
      .filter(({ kind }) => kind === "run")
      .map(({ detail }) => (detail as { readonly interrupted: number }).interrupted);
    let byAnswer = 0;
    for await (const { first, last, outcome, endedAt } of journal.attempts()) {
      if (endedAt !== undefined && (outcome === "unknown" || outcome === "ran")) byAnswer += last - first + 1;
    }
    const unknownByDeath = byDeath.reduce((sum, items) => sum + items, 0);
    const unknown = counts.unknown + counts.ran;
    if (unknown !== unknownByDeath + byAnswer) {
      lies.push(`${unknown} are unknown, by deaths ${unknownByDeath} and by answers ${byAnswer}`);
    }
    const mostByOneDeath = Math.max(0, ...byDeath);
    if (mostByOneDeath > job.maxAtStake) lies.push(`one death left ${mostByOneDeath}`);
    await journal.close();
    return {
      seconds: (performance.now() - started) / 1000,
      requests: mock.requestCount,
      runs,
      kills,
      done: counts.done,
      failed: counts.failed,
      unknown,
      unknownByDeath,
      unknownThatRan,
      mostByOneDeath,
      executedTwice: mock.executions.repeated,
      lies,
    };
  } finally {
    await mock.close();
  }
}

/** Number of executions before each kill; spread over the job, and varied by the seed. */
function placesOf({ kills, receivers, seed }: ChaosJob): number[] {
  const share = receivers / (kills + 1);
  return Array.from({ length: kills }, (_, index) => {
    const moved = ((seed * 7919 + index * 104_729) % 1000) / 1000;
    return Math.floor(share * (index + 0.5 + moved / 2));
  });
}
