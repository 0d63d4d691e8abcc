import type { KeyStore } from "../once/key-store.ts";

/** State of a receiver. */
export type ItemState = "pending" | "sending" | "done" | "failed" | "unknown" | "ran" | "skipped";

/** Number of receivers in each state; `total` is the sum. */
export interface Counts extends Readonly<Record<ItemState, number>> {
  readonly total: number;
}

/** A planned job, with later instructions and findings. */
export interface Job {
  /** UUID, made when the job was planned. */
  readonly id: string;
  /** Name of the operation that sends the batches. */
  readonly operation: string;
  /** Input that all batches share, such as the workflow's id. */
  readonly input: unknown;
  readonly total: number;
  /** SHA-256 over operation, input and all items, in hexadecimal. */
  readonly planHash: string;
  readonly onBadBatch: OnBadBatch;
  /** Whether each execution gets an id, made from the job's id and its number. */
  readonly executionIds: boolean;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Largest batch that the API accepts, as learned from refusals; undefined without a refusal. */
  readonly batchLimit: number | undefined;
  /** Reason of the pause; undefined when the job is not paused. */
  readonly paused: string | undefined;
  readonly cancelled: boolean;
  /** Time at which the receivers were removed, in milliseconds since 1970. */
  readonly purgedAt: number | undefined;
}

/**
 * Effect of a 400 on a batch. By default its outcome is unknown, because a part may have run. With `split`, the user
 * states that none of it ran, and its halves are sent.
 */
export type OnBadBatch = "unknown" | "split";

/** A new plan. */
export interface Plan {
  readonly operation: string;
  readonly input: unknown;
  readonly onBadBatch: OnBadBatch;
  readonly duplicates: "refuse" | "first" | "keep";
  readonly executionIds: boolean;
  /** Returns the key of an item's receiver; items with equal keys are duplicates. */
  readonly keyOf: (item: unknown) => string;
  /** Items, read once. `row` is kept for the report, for example the other columns of a file. */
  readonly items: Iterable<PlannedItem> | AsyncIterable<PlannedItem>;
  readonly createdBy: string;
}

/** One receiver of a plan. */
export interface PlannedItem {
  /** The item as it will be sent. */
  readonly item: unknown;
  readonly row?: Readonly<Record<string, string>> | undefined;
}

/** A batch to send now. The journal has recorded the intent on disk. */
export interface TakenBatch {
  readonly id: number;
  readonly first: number;
  readonly last: number;
  /** Number of the attempt, from 1. */
  readonly attempt: number;
  readonly items: readonly unknown[];
}

/** The end of an attempt, for the audit. */
export interface AttemptEnd {
  readonly status?: number | undefined;
  readonly kind?: string | undefined;
  readonly requestId?: string | undefined;
  readonly note?: string | undefined;
}

/** The outcome of one item of an answered batch that is not done. */
export interface ItemOutcome {
  /** Index in the batch, from 0. */
  readonly index: number;
  readonly state: "failed" | "unknown";
  readonly reason: string;
}

/** The new state of a batch after an attempt. */
export type Settlement =
  | {
      readonly to: "answered";
      readonly outcomes: readonly ItemOutcome[];
      /** One result per item, to be kept. */
      readonly results?: readonly unknown[] | undefined;
    }
  | { readonly to: "ran" | "unknown" | "planned" }
  /** The halves of the batch are planned; `limit` is the largest batch size from now on. */
  | { readonly to: "split"; readonly limit?: number | undefined };

/** A person's finding about items that may have run. */
export interface Resolution {
  readonly first: number;
  readonly last: number;
  readonly as: "ran" | "did-not-run";
}

/** An item with its recorded state. */
export interface JournalItem {
  readonly seq: number;
  readonly item: unknown;
  readonly row: Readonly<Record<string, string>> | undefined;
  readonly state: ItemState;
  readonly reason: string | undefined;
  /** The API's result, if the run kept results. */
  readonly result: unknown;
  readonly attempts: readonly JournalAttempt[];
}

/** A request that contained the item. */
export interface JournalAttempt extends AttemptEnd {
  readonly batch: number;
  readonly attempt: number;
  readonly first: number;
  readonly last: number;
  readonly sentAt: number;
  readonly endedAt: number | undefined;
  /** State of the batch after the attempt; undefined while it is in flight. */
  readonly outcome: string | undefined;
  /** Number of receivers that the API refused in an answered batch. */
  readonly failed: number;
}

/** The effects of an attempt on the pace, and on whether the job continues. */
export interface Lesson {
  readonly meaning:
    | "good"
    | "refused-alone"
    | "refused"
    | "too-large"
    | "held"
    | "not-sent"
    | "pause"
    | "unknown";
  /** The server's Retry-After in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** Whether the API reported that the account has no more calls for now. */
  readonly isExhausted: boolean;
  /** Duration of the attempt. */
  readonly milliseconds: number;
}

/** The next step of a runner. */
export type Turn =
  /** Sends a batch, which is recorded. `maySend` is called at the last moment before the request. */
  | { readonly kind: "send"; readonly batch: TakenBatch; readonly maySend: () => boolean }
  /** Calls `next` again after this time, or when one of its batches has ended; `Infinity` means only then. */
  | { readonly kind: "wait"; readonly milliseconds: number }
  /** No batch is planned (`isDone`: and none is in flight anywhere), or the job is paused; `why` is the reason. */
  | { readonly kind: "over"; readonly isDone?: boolean; readonly why?: string | undefined };

/** Schedules the next batch, and decides its size. */
export interface Turns {
  /** Number of receivers in the next batch. */
  readonly size: number;
  /** Largest number of batches in flight. */
  readonly concurrency: number;
  next(): Promise<Turn>;
  /** Records the end of a batch, and adapts the pace. @returns the reason why the job has to pause, if there is one */
  settle(
    batch: TakenBatch,
    settlement: Settlement,
    end: AttemptEnd,
    lesson: Lesson,
  ): Promise<string | undefined>;
}

/** A range of receivers of a job, both ends included. */
export interface Slice {
  readonly first: number;
  readonly last: number;
}

/** The right to send: one runner at a time per journal, unless the journal is shared. */
export interface Runner {
  /** Number of items that were in flight when the runner started; they are unknown now. */
  readonly interrupted: number;
  /** Largest number of items in flight at any time, over all runners. */
  readonly maxAtStake: number;
  /**
   * Takes the next planned batch, of at most `size` items. When this resolves, the intent is on disk.
   *
   * @returns undefined when nothing is planned, or the job was paused or cancelled
   */
  take(size: number): Promise<TakenBatch | undefined>;
  /** Records the result of an attempt and the new state in one transaction. */
  settle(batch: TakenBatch, settlement: Settlement, end: AttemptEnd): Promise<void>;
  /** Ends the runner, so that another one can start. Items in flight stay so, and are unknown to the next runner. */
  end(): Promise<void>;
  /** For a shared journal: it schedules the batches of all runners together. */
  readonly turns?: Turns;
}

/** Common pace of all runners of a shared journal. Missing settings keep the values of the other runners. */
export interface SharedPace {
  readonly batchSize?: number | undefined;
  readonly maxConcurrency?: number | undefined;
  /** Requests per second. */
  readonly rate?: number | undefined;
  readonly targetLatencyMs?: number | undefined;
  readonly canary?: boolean | undefined;
  readonly maxUnknownBatches?: number | undefined;
  /** Milliseconds since 1970, by the database's clock. */
  readonly notAfter?: number | undefined;
}

/** Options of a runner. */
export interface RunnerOptions {
  /** Largest number of items in flight. Default: the value of a shared journal's other runners, else 2,000. */
  readonly maxAtStake?: number | undefined;
  /** Continue although the journal was last used on another machine or before a reboot, or is a copy. */
  readonly takeover?: boolean | undefined;
  /** End a pause. */
  readonly resume?: boolean | undefined;
  /** For a shared journal: settings of the common pace. */
  readonly pace?: SharedPace | undefined;
  /** For a shared journal: take only these receivers. */
  readonly slice?: Slice | undefined;
}

/** The record of a job. Each step is written before and after it happens. */
export interface Journal {
  /** Name for messages: a file's path, or the address of a database without credentials. */
  readonly name: string;
  /** Whether several runners, also on different machines, may send at the same time. */
  readonly isShared: boolean;
  /** @throws BulkError when there is a plan already, an item cannot be written, or duplicates are refused */
  plan(plan: Plan): Promise<Counts>;
  /** Undefined before a plan. */
  job(): Promise<Job | undefined>;
  counts(): Promise<Counts>;
  /** @throws BulkError when another runner is active, or the journal belongs to another machine */
  startRunner(options: RunnerOptions): Promise<Runner>;
  /** Reads items in order, or from last to first, while others may write. */
  items(options?: {
    readonly state?: ItemState | undefined;
    readonly order?: "first-to-last" | "last-to-first" | undefined;
  }): AsyncIterable<JournalItem>;
  /** Whether a process runs the job now: by the kernel's file lock, or by a lease in a shared journal. */
  isRunning(): Promise<boolean>;
  /** Reads all requests of the job, oldest first. */
  attempts(): AsyncIterable<JournalAttempt>;
  /** Records a person's findings. No item resolves by itself. */
  resolve(resolutions: readonly Resolution[], by: string, reason: string): Promise<number>;
  /** Asks the runner, if there is one, to take no more batches. */
  pause(reason: string): Promise<void>;
  /** Like `pause`, but final. */
  cancel(reason: string): Promise<void>;
  /** Keys of single calls, for `once`. */
  readonly keys: KeyStore;
  /** Adds an event. */
  note(kind: string, detail: unknown): Promise<void>;
  /** Reads the events, oldest first. */
  events(): Promise<readonly JournalEvent[]>;
  /** Checks the invariants. @returns the broken ones, one line each */
  verify(): Promise<readonly string[]>;
  /** Removes all personal data for good; counts and audit stay. */
  purge(): Promise<void>;
  close(): Promise<void>;
}

/** An event of a job. */
export interface JournalEvent {
  readonly at: number;
  readonly kind: string;
  readonly detail: unknown;
  /** Counts at that time. */
  readonly counts: Counts;
}
