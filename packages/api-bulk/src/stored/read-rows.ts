import type { Job, JournalAttempt, JournalEvent } from "../journal/journal.ts";

/** A row of either database: times in milliseconds since 1970, JSON as text, booleans, in SQLite as 1 and 0. */
type Row = Readonly<Record<string, unknown>>;

const isYes = (value: unknown): boolean => value === 1 || value === true;
const textOf = (value: unknown) => (value === null ? undefined : String(value));
const numberOf = (value: unknown) => (value === null ? undefined : Number(value));

/** Reads a job from its row. */
export function readJob(row: Row): Job {
  return {
    id: String(row.uid),
    executionIds: isYes(row.execution_ids),
    operation: String(row.operation),
    input: JSON.parse(String(row.input)),
    total: Number(row.total),
    planHash: String(row.plan_hash),
    onBadBatch: row.on_bad_batch === "split" ? "split" : "unknown",
    createdAt: Number(row.created_at),
    batchLimit: numberOf(row.batch_limit),
    paused: textOf(row.paused),
    cancelled: isYes(row.cancelled),
    purgedAt: numberOf(row.purged_at),
  };
}

/** Reads a request from its row. */
export function readAttempt(row: Row): JournalAttempt {
  return {
    batch: Number(row.batch),
    attempt: Number(row.n),
    first: Number(row.first),
    last: Number(row.last),
    sentAt: Number(row.sent_at),
    endedAt: numberOf(row.ended_at),
    outcome: textOf(row.outcome),
    status: numberOf(row.status),
    kind: textOf(row.kind),
    requestId: textOf(row.request_id),
    note: textOf(row.note),
    failed: Number(row.failed),
  };
}

/** Reads an event from its row. */
export function readEvent(row: Row): JournalEvent {
  return {
    at: Number(row.at),
    kind: String(row.kind),
    detail: JSON.parse(String(row.detail)),
    counts: JSON.parse(String(row.counts)),
  };
}
