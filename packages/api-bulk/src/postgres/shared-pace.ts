import { BulkError } from "../bulk-error.ts";
import type { Lesson, SharedPace } from "../journal/journal.ts";
import { createPace, type PaceState } from "../pace/pace.ts";
import { learnFrom } from "../protocol/learn-from.ts";
import { createStopRules, type StopState } from "../protocol/stop-rules.ts";
import type { Query, Row } from "./database.ts";

/** The lesson of one batch, for the pace. */
export interface Learned {
  readonly lesson: Lesson;
  readonly items: number;
  /** Description of a failure. */
  readonly words: string;
}

/** Settings that all runners of a job share. */
export interface Settings extends Omit<SharedPace, "notAfter"> {
  readonly maxAtStake: number;
  readonly batchSize: number;
  readonly maxConcurrency: number;
  readonly targetLatencyMs: number;
  readonly canary: boolean;
  readonly maxUnknownBatches: number;
}

const defaults: Settings = {
  maxAtStake: 2000,
  batchSize: 500,
  maxConcurrency: 20,
  targetLatencyMs: 15_000,
  canary: true,
  maxUnknownBatches: 3,
};

interface State {
  readonly pace?: PaceState;
  readonly rules?: StopState;
}

/** Restores pace and stop rules from the journal's row. */
function standing(row: Row, batchLimit: number | undefined) {
  const settings = { ...defaults, ...(row.settings as Partial<Settings>) };
  const state = row.state as State;
  const now = Number(row.now);
  const options = { ...settings, rate: undefined, batchLimit };
  return {
    pace: createPace(options, { elapsed: () => now, random: Math.random }, state.pace),
    rules: createStopRules(settings.maxUnknownBatches, state.rules),
  };
}

/** Locks the row of a job's pace until the transaction ends; every change of shared state does this first. */
export async function lockPace(query: Query, job: number): Promise<Row> {
  const [row] = await query(
    "SELECT *, extract(epoch FROM clock_timestamp())::float8 * 1000 AS now FROM np6_bulk.pace WHERE job = $1 FOR UPDATE",
    [job],
  );
  if (row === undefined) throw new BulkError("Nothing is planned under this name. Plan the job first.");
  return row;
}

async function write(query: Query, job: number, { pace, rules }: ReturnType<typeof standing>): Promise<void> {
  await query(
    "UPDATE np6_bulk.pace SET size = $2, concurrency = $3, closed_until = to_timestamp($4::float8 / 1000), state = $5::jsonb WHERE job = $1",
    [
      job,
      pace.size,
      pace.concurrency,
      pace.state.closedUntil,
      JSON.stringify({ pace: pace.state, rules: rules.state }),
    ],
  );
}

/** Applies these batches to the shared pace. Call it with the pace locked. @returns the reason if the job was paused */
export async function learnShared(
  query: Query,
  job: number,
  row: Row,
  learned: readonly Learned[],
): Promise<{ readonly why: string | undefined; readonly isCareful: boolean }> {
  const current = standing(row, undefined);
  let why: string | undefined;
  for (const { lesson, items, words } of learned) {
    why ??= learnFrom(lesson, items, words, current.pace, current.rules);
  }
  await write(query, job, current);
  if (why !== undefined) await pauseJob(query, job, why);
  const { isCanary, isExhausted } = current.pace.state;
  return { why, isCareful: isCanary || isExhausted || current.rules.state.unknownInARow > 0 };
}

/** Pauses a job. */
export async function pauseJob(query: Query, job: number, reason: string): Promise<void> {
  await query("UPDATE np6_bulk.job SET paused = $2 WHERE id = $1", [job, reason]);
  await query("SELECT np6_bulk.note($1, 'pause', $2::jsonb)", [job, JSON.stringify({ reason })]);
}

/**
 * Makes a runner's settings the rule for all. Call it with the pace locked.
 *
 * @param others number of active runners; they must have the same settings
 * @param isFresh whether the pace restarts when there are no other runners
 * @throws BulkError when others have different settings
 */
export async function agree(
  query: Query,
  job: { readonly id: number; readonly batchLimit: number | undefined },
  row: Row,
  input: SharedPace & { readonly maxAtStake?: number | undefined },
  { others: otherRunners, isFresh }: { readonly others: number; readonly isFresh: boolean },
): Promise<Settings> {
  const { notAfter, ...requested } = input;
  const stored = row.settings as Partial<Settings>;
  const changes = Object.entries(requested).filter(([, value]) => value !== undefined);
  const before: Readonly<Record<string, unknown>> = { ...defaults, ...stored };
  const conflict = changes.find(([name, value]) => before[name] !== value);
  if (otherRunners > 0 && conflict !== undefined) {
    const [name, value] = conflict;
    throw new BulkError(
      `${otherRunners} other runners have ${name} ${String(before[name] ?? "not set")}, and this one has ${String(value)}. ` +
        "Pass the same value, leave it out, or stop the others first: all runners share one pace.",
    );
  }
  const settings: Settings = { ...defaults, ...stored, ...Object.fromEntries(changes) };
  const isSame = conflict === undefined && row.max_at_stake === settings.maxAtStake;
  if (otherRunners === 0 && (isFresh || !isSame)) {
    await query(
      "UPDATE np6_bulk.pace SET settings = $2::jsonb, max_at_stake = $3, rate = $4, next_send = '-infinity' WHERE job = $1",
      [job.id, JSON.stringify(settings), settings.maxAtStake, settings.rate ?? null],
    );
    await write(query, job.id, standing({ ...row, settings, state: {} }, job.batchLimit));
  }
  if (notAfter !== undefined || (otherRunners === 0 && isFresh)) {
    await query("UPDATE np6_bulk.pace SET not_after = to_timestamp($2::float8 / 1000) WHERE job = $1", [
      job.id,
      notAfter ?? null,
    ]);
  }
  return settings;
}
