import type { Np6Client } from "@np6/api-client";
import { BulkError } from "../bulk-error.ts";
import type { Counts, JournalItem, Slice } from "../journal/journal.ts";
import { type BulkOperation, executeWorkflowBatch } from "./bulk-operation.ts";
import type { JobEvent, RunState } from "./job-event.ts";

/** How a run stands. */
export interface Progress {
  readonly counts: Counts;
  readonly batchSize: number;
  readonly concurrency: number;
}

/** Listeners. What they throw, at once or later, is passed over: nothing that watches may change what is sent. */
export interface RunHooks {
  /** After each batch; after some of them only, when there are so many that counting takes long. */
  readonly progress?: (progress: Progress) => unknown;
  readonly event?: (event: JobEvent) => unknown;
}

/** How a job is run. */
export interface RunOptions {
  /** Sends by `executeWorkflowBatch`. Give this or `operation`. */
  readonly np6?: Pick<Np6Client, "POST">;
  /** Sends by any other operation that takes an array. */
  readonly operation?: BulkOperation;
  /** Most receivers under way at once: as many as one crash can leave unknown. Default 2,000. */
  readonly maxAtStake?: number;
  /** Receivers of a full batch. Default 500. */
  readonly batchSize?: number;
  /** Most batches under way. Default 20. */
  readonly maxConcurrency?: number;
  /** Most requests in a second. Default: no limit but the API's. */
  readonly rate?: number;
  /** Begin with 1, 10, 100 receivers. Default true. */
  readonly canary?: boolean;
  /** After this time no batch is begun; the job pauses. */
  readonly notAfter?: Date;
  /** Batches in a row whose outcome is unknown, after which the job pauses. Default 3. */
  readonly maxUnknownBatches?: number;
  /** Time for one batch. Long, because a time-out makes a whole batch unknown. Default 300,000. */
  readonly attemptTimeoutMs?: number;
  /** Time that a batch should take; slower ones make the next ones smaller. Default 15,000. */
  readonly targetLatencyMs?: number;
  /** Take no more batches, and wait for those under way: nothing becomes unknown. */
  readonly signal?: AbortSignal;
  /** Give up those under way, too: they become unknown. */
  readonly abortSignal?: AbortSignal;
  /** Go on although the journal was last used elsewhere, before a reboot, or is a copy. Default false. */
  readonly takeover?: boolean;
  /** Go on with a job that was paused, or was begun before. Default true. */
  readonly resume?: boolean;
  /** Keep the API's result of each receiver in the journal, for the report as NDJSON. It may speak of persons. Default false. */
  readonly keepResults?: boolean;
  readonly on?: RunHooks;
  /** Your own look at what may have run, such as an export: asked before the first batch, item by item. */
  readonly resolveUnknown?: (
    item: JournalItem,
  ) => "ran" | "did-not-run" | "unknown" | Promise<"ran" | "did-not-run" | "unknown">;
}

/** What a run can be told by `runSlice`, beside its options. */
export interface RunParts extends RunOptions {
  readonly slice?: Slice;
}

/** How a run ended. */
export interface RunSummary {
  readonly state: RunState;
  /** Why it is not finished. */
  readonly reason: string | undefined;
  readonly counts: Counts;
}

const wholeNumbers = [
  ["maxAtStake", 2000],
  ["batchSize", 500],
  ["maxConcurrency", 20],
  ["maxUnknownBatches", 3],
  ["attemptTimeoutMs", 300_000],
  ["targetLatencyMs", 15_000],
] as const;

/** The numbers of the options, with defaults. */
export type RunNumbers = Readonly<Record<(typeof wholeNumbers)[number][0], number>>;

/** @throws BulkError that names the option, the rule and what came */
export function checkRunOptions(options: RunOptions): RunNumbers {
  const numbers = wholeNumbers.map(([name, normal]) => {
    const value = options[name] ?? normal;
    if (Number.isInteger(value) && value >= 1 && value <= 2 ** 31 - 1) return [name, value] as const;
    throw new BulkError(
      `${name} must be a whole number from 1 to ${2 ** 31 - 1}, and is ${String(value)}. The default is ${normal}.`,
    );
  });
  if (options.rate !== undefined && !(options.rate > 0 && options.rate <= 10_000)) {
    throw new BulkError(
      `rate must be requests in a second, above 0 and at most 10,000, not ${options.rate}.`,
    );
  }
  if (options.notAfter !== undefined && Number.isNaN(options.notAfter.getTime())) {
    throw new BulkError("notAfter is no time. Give a Date such as `new Date('2026-11-28T18:00:00Z')`.");
  }
  return Object.fromEntries(numbers) as RunNumbers;
}

/** @throws BulkError unless there is a client or an operation, and not both */
export function operationOf({ np6, operation }: Pick<RunOptions, "np6" | "operation">): BulkOperation {
  if (np6 !== undefined && operation === undefined) return executeWorkflowBatch(np6);
  if (np6 === undefined && operation !== undefined) return operation;
  throw new BulkError("Give `np6`, a client, or `operation`, and not both.");
}
