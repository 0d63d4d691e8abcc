import type { KeyStore } from "../once/key-store.ts";

/** What can be said of a receiver at any time. */
export type ItemState = "pending" | "sending" | "done" | "failed" | "unknown" | "ran" | "skipped";

/** How many receivers are in each state; together they are `total`. */
export interface Counts extends Readonly<Record<ItemState, number>> {
  readonly total: number;
}

/** A job as it was planned, and what was said to it since. */
export interface Job {
  /** UUID, made when it was planned. */
  readonly id: string;
  /** The operation by which it is sent, by name. */
  readonly operation: string;
  /** What all batches share, such as the workflow's id. */
  readonly input: unknown;
  readonly total: number;
  /** SHA-256 over operation, input and all items, in hexadecimal. */
  readonly planHash: string;
  readonly onBadBatch: OnBadBatch;
  /** Whether each execution gets an id of the job's id and its number. */
  readonly executionIds: boolean;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** The most items of a batch that the API has been found to take; undefined when it never refused one. */
  readonly batchLimit: number | undefined;
  /** Why it rests, when somebody or the protocol paused it. */
  readonly paused: string | undefined;
  readonly cancelled: boolean;
  /** When its receivers were removed, in milliseconds since 1970. */
  readonly purgedAt: number | undefined;
}

/**
 * What a 400 on a batch means: nobody knows whether some of it ran. Or, by choice, that none did, so that halves may be
 * sent.
 */
export type OnBadBatch = "unknown" | "split";

/** What is planned at once. */
export interface Plan {
  readonly operation: string;
  readonly input: unknown;
  readonly onBadBatch: OnBadBatch;
  readonly duplicates: "refuse" | "first" | "keep";
  readonly executionIds: boolean;
  /** What makes two items one receiver, as text. */
  readonly keyOf: (item: unknown) => string;
  /** Read once. `row` is kept for the report, such as the other columns of a file. */
  readonly items: Iterable<PlannedItem> | AsyncIterable<PlannedItem>;
  readonly createdBy: string;
}

/** One receiver of a plan. */
export interface PlannedItem {
  /** As it will be sent. */
  readonly item: unknown;
  readonly row?: Readonly<Record<string, string>> | undefined;
}

/** A batch that is to be sent now: the journal says so, on disk. */
export interface TakenBatch {
  readonly id: number;
  readonly first: number;
  readonly last: number;
  /** 1 for the first time. */
  readonly attempt: number;
  readonly items: readonly unknown[];
}

/** How an attempt ended, for the audit. */
export interface AttemptEnd {
  readonly status?: number | undefined;
  readonly kind?: string | undefined;
  readonly requestId?: string | undefined;
  readonly note?: string | undefined;
}

/** What became of one item of an answered batch, when it is not done. */
export interface ItemOutcome {
  /** Place in the batch, from 0. */
  readonly index: number;
  readonly state: "failed" | "unknown";
  readonly reason: string;
}

/** What becomes of a batch after an attempt. */
export type Settlement =
  | {
      readonly to: "answered";
      readonly outcomes: readonly ItemOutcome[];
      /** One for each item, to be kept. */
      readonly results?: readonly unknown[] | undefined;
    }
  | { readonly to: "ran" | "unknown" | "planned" }
  /** Its halves are planned; `limit` is the size that no batch may exceed from now on. */
  | { readonly to: "split"; readonly limit?: number | undefined };

/** What somebody found out about items that may have run. */
export interface Resolution {
  readonly first: number;
  readonly last: number;
  readonly as: "ran" | "did-not-run";
}

/** An item as the journal knows it. */
export interface JournalItem {
  readonly seq: number;
  readonly item: unknown;
  readonly row: Readonly<Record<string, string>> | undefined;
  readonly state: ItemState;
  readonly reason: string | undefined;
  /** The API's result, when the run kept it. */
  readonly result: unknown;
  readonly attempts: readonly JournalAttempt[];
}

/** One request in which an item was. */
export interface JournalAttempt extends AttemptEnd {
  readonly batch: number;
  readonly attempt: number;
  readonly first: number;
  readonly last: number;
  readonly sentAt: number;
  readonly endedAt: number | undefined;
  /** State of the batch after it; undefined while it is under way. */
  readonly outcome: string | undefined;
  /** Receivers that the API refused, of an answered batch. */
  readonly failed: number;
}

/** What an attempt says of the pace, and of whether to go on. */
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
  /** How long the server asked to wait. */
  readonly retryAfterMs?: number | undefined;
  /** The API said that the account has no more calls for now. */
  readonly isExhausted: boolean;
  /** How long the attempt took. */
  readonly milliseconds: number;
}

/** What a runner does next. */
export type Turn =
  /** Sends a batch, which is written down. `maySend` is asked at the last moment before it. */
  | { readonly kind: "send"; readonly batch: TakenBatch; readonly maySend: () => boolean }
  /** Asks again later, or when a batch of its own has ended; `Infinity` means only then. */
  | { readonly kind: "wait"; readonly milliseconds: number }
  /** Nothing is left to take (`isDone`: nor under way anywhere), or the job rests; `why` says why it has to. */
  | { readonly kind: "over"; readonly isDone?: boolean; readonly why?: string | undefined };

/** Says when the next batch is sent, and how large it is. */
export interface Turns {
  /** Receivers of the next batch. */
  readonly size: number;
  /** How many batches may be under way. */
  readonly concurrency: number;
  next(): Promise<Turn>;
  /** Writes what became of a batch, and learns from it. @returns why the job has to pause, in words */
  settle(
    batch: TakenBatch,
    settlement: Settlement,
    end: AttemptEnd,
    lesson: Lesson,
  ): Promise<string | undefined>;
}

/** Receivers of a job from one number to another, both included. */
export interface Slice {
  readonly first: number;
  readonly last: number;
}

/** Who may send: one at a time for each journal, unless the journal is shared. */
export interface Runner {
  /** How many items were found under way when it started, and are unknown now. */
  readonly interrupted: number;
  /** The most items that may be under way at once, of all runners. */
  readonly maxAtStake: number;
  /**
   * Takes the next planned batch, of at most `size` items. When this resolves, the intent is on disk.
   *
   * @returns undefined when nothing is planned, or a pause or a cancellation was asked for
   */
  take(size: number): Promise<TakenBatch | undefined>;
  /** Writes the result of an attempt and the new state in one transaction. */
  settle(batch: TakenBatch, settlement: Settlement, end: AttemptEnd): Promise<void>;
  /** Lets another runner in. What is still under way stays so, and is unknown to the next one. */
  end(): Promise<void>;
  /** Of a shared journal: it says itself when the next batch may be sent, for all runners together. */
  readonly turns?: Turns;
}

/** How fast all runners of a shared journal send together. What is left out stays as the others said. */
export interface SharedPace {
  readonly batchSize?: number | undefined;
  readonly maxConcurrency?: number | undefined;
  /** Requests in a second. */
  readonly rate?: number | undefined;
  readonly targetLatencyMs?: number | undefined;
  readonly canary?: boolean | undefined;
  readonly maxUnknownBatches?: number | undefined;
  /** Milliseconds since 1970, by the database's clock. */
  readonly notAfter?: number | undefined;
}

/** What a runner is started with. */
export interface RunnerOptions {
  /** The most items that may be under way at once. Left out, as the others of a shared journal said, else 2,000. */
  readonly maxAtStake?: number | undefined;
  /** Go on although the journal was last used on another machine, before a reboot, or is a copy. */
  readonly takeover?: boolean | undefined;
  /** Forget a pause. */
  readonly resume?: boolean | undefined;
  /** For a shared journal. */
  readonly pace?: SharedPace | undefined;
  /** For a shared journal: take of these receivers only. */
  readonly slice?: Slice | undefined;
}

/** Where a job is written down before and after everything that it does. */
export interface Journal {
  /** For messages: a file's path, or where a database is, without what gives access to it. */
  readonly name: string;
  /** Whether several runners may send at once, from several machines. */
  readonly isShared: boolean;
  /** @throws BulkError when there is a plan already, an item cannot be written, or there are duplicates that are refused */
  plan(plan: Plan): Promise<Counts>;
  /** Undefined while nothing is planned. */
  job(): Promise<Job | undefined>;
  counts(): Promise<Counts>;
  /** @throws BulkError when another runner has it, or the journal belongs to another machine */
  startRunner(options: RunnerOptions): Promise<Runner>;
  /** Items in their order, or from the last to the first, read while others may write. */
  items(options?: {
    readonly state?: ItemState | undefined;
    readonly order?: "first-to-last" | "last-to-first" | undefined;
  }): AsyncIterable<JournalItem>;
  /** Whether a process runs the job now: by the kernel's word, or by a lease in a shared journal. */
  isRunning(): Promise<boolean>;
  /** Every request that was made, oldest first. */
  attempts(): AsyncIterable<JournalAttempt>;
  /** Writes down what somebody found out. Nothing resolves by itself. */
  resolve(resolutions: readonly Resolution[], by: string, reason: string): Promise<number>;
  /** Asks the runner, if there is one, to take no more. */
  pause(reason: string): Promise<void>;
  /** As `pause`, for good. */
  cancel(reason: string): Promise<void>;
  /** Keys of single calls, for `once`. */
  readonly keys: KeyStore;
  /** Adds a line to what happened. */
  note(kind: string, detail: unknown): Promise<void>;
  /** What happened, oldest first. */
  events(): Promise<readonly JournalEvent[]>;
  /** Checks the invariants. @returns what is broken, one line each */
  verify(): Promise<readonly string[]>;
  /** Removes all that speaks of persons, for good; counts and audit stay. */
  purge(): Promise<void>;
  close(): Promise<void>;
}

/** Something that happened to a job. */
export interface JournalEvent {
  readonly at: number;
  readonly kind: string;
  readonly detail: unknown;
  /** Counts at that time. */
  readonly counts: Counts;
}
