import type { Np6Client } from "@np6/api-client";
import { BulkError } from "../bulk-error.ts";
import type { Counts, JournalItem, Slice } from "../journal/journal.ts";
import { type BulkOperation, executeWorkflowBatch } from "./bulk-operation.ts";
import type { JobEvent, RunState } from "./job-event.ts";

/** Progress of a run. */
export interface Progress {
  readonly counts: Counts;
  readonly batchSize: number;
  readonly concurrency: number;
}

/** Listeners. Their errors and rejections are ignored, because a watcher must not change the sending. */
export interface RunHooks {
  /** Called after each batch, or after some batches only when counting takes long. */
  readonly progress?: (progress: Progress) => unknown;
  readonly event?: (event: JobEvent) => unknown;
}

/** Options of a run. */
export interface RunOptions {
  /** Client for `executeWorkflowBatch`. Set this or `operation`. */
  readonly np6?: Pick<Np6Client, "POST">;
  /** Any other operation that accepts an array. */
  readonly operation?: BulkOperation;
  /** Largest number of receivers in flight: one crash can leave as many unknown. Default: 2,000. */
  readonly maxAtStake?: number;
  /** Number of receivers in a full batch. Default: 500. */
  readonly batchSize?: number;
  /** Largest number of batches in flight. Default: 20. */
  readonly maxConcurrency?: number;
  /** Largest number of requests per second. Default: only the API's limit. */
  readonly rate?: number;
  /** Begin with 1, 10, 100 receivers. Default: true. */
  readonly canary?: boolean;
  /** Time after which no batch begins, and the job pauses. */
  readonly notAfter?: Date;
  /** Number of unknown batches in a row after which the job pauses. Default: 3. */
  readonly maxUnknownBatches?: number;
  /** Milliseconds for one batch. Long, because a time-out makes a whole batch unknown. Default: 300,000. */
  readonly attemptTimeoutMs?: number;
  /** Target duration of a batch in milliseconds; slower ones make the next batches smaller. Default: 15,000. */
  readonly targetLatencyMs?: number;
  /** Stops the run: no more batches are taken, and those in flight end. Nothing becomes unknown. */
  readonly signal?: AbortSignal;
  /** Aborts the batches in flight too: they become unknown. */
  readonly abortSignal?: AbortSignal;
  /** Continue although the journal was last used elsewhere or before a reboot, or is a copy. Default: false. */
  readonly takeover?: boolean;
  /** Resume a job that was paused or begun before. Default: true. */
  readonly resume?: boolean;
  /** Keep the API's results in the journal, for a report as NDJSON. They may contain personal data. Default: false. */
  readonly keepResults?: boolean;
  readonly on?: RunHooks;
  /** Your own check whether receivers ran, for example by an export; called per item before the first batch. */
  readonly resolveUnknown?: (
    item: JournalItem,
  ) => "ran" | "did-not-run" | "unknown" | Promise<"ran" | "did-not-run" | "unknown">;
}

/** Options of `runSlice`, which a run also accepts. */
export interface RunParts extends RunOptions {
  readonly slice?: Slice;
}

/** Result of a run. */
export interface RunSummary {
  readonly state: RunState;
  /** Reason why the run is not finished. */
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

/** The numeric options, with defaults. */
export type RunNumbers = Readonly<Record<(typeof wholeNumbers)[number][0], number>>;

/** @throws BulkError that names the option, the rule and the value */
export function checkRunOptions(options: RunOptions): RunNumbers {
  const numbers = wholeNumbers.map(([name, normal]) => {
    const value = options[name] ?? normal;
    if (Number.isInteger(value) && value >= 1 && value <= 2 ** 31 - 1) return [name, value] as const;
    throw new BulkError(
      `${name} must be a whole number from 1 to ${2 ** 31 - 1}, and is ${String(value)}. The default is ${normal}.`,
    );
  });
  if (options.rate !== undefined && !(options.rate > 0 && options.rate <= 10_000)) {
    throw new BulkError(`rate must be requests per second, above 0 and at most 10,000, not ${options.rate}.`);
  }
  if (options.notAfter !== undefined && Number.isNaN(options.notAfter.getTime())) {
    throw new BulkError("notAfter is not a time. Pass a Date such as `new Date('2026-11-28T18:00:00Z')`.");
  }
  return Object.fromEntries(numbers) as RunNumbers;
}

/** @throws BulkError unless there is either a client or an operation */
export function operationOf({ np6, operation }: Pick<RunOptions, "np6" | "operation">): BulkOperation {
  if (np6 !== undefined && operation === undefined) return executeWorkflowBatch(np6);
  if (np6 === undefined && operation !== undefined) return operation;
  throw new BulkError("Pass either `np6`, a client, or `operation`.");
}
