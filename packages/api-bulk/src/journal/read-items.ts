import type { DatabaseSync } from "node:sqlite";
import type { ItemState, JournalAttempt, JournalItem } from "./journal.ts";
import { lengthen } from "./text-form.ts";

const pageSize = 1000;

const stateOf = `CASE WHEN o.state IS NOT NULL THEN o.state WHEN b.state = 'planned' THEN 'pending'
  WHEN b.state = 'answered' THEN 'done' ELSE b.state END`;

/** Reads items page by page, so that a report needs no memory and disturbs no runner. */
export async function* readItems(
  database: DatabaseSync,
  state: ItemState | undefined,
): AsyncGenerator<JournalItem> {
  const job = database.prepare("SELECT prefix, suffix FROM job").get();
  const form = { prefix: String(job?.prefix ?? ""), suffix: String(job?.suffix ?? "") };
  // By the batch that lies before a receiver: batches do not overlap, so one look at the index finds it.
  const page = database.prepare(`
    SELECT i.seq, i.body, i.cells, ${stateOf} AS state, coalesce(o.reason, b.reason) AS reason
    FROM (SELECT id, first, last, state, reason FROM batch WHERE state <> 'split' AND last >= $from ORDER BY first) b
    JOIN item i ON i.seq BETWEEN max(b.first, $from) AND b.last
    LEFT JOIN outcome o ON o.seq = i.seq
    WHERE $state IS NULL OR ${stateOf} = $state
    LIMIT ${pageSize}`);
  const attempts = database.prepare(
    "SELECT * FROM attempt WHERE first <= $last AND last >= $first ORDER BY first, sent_at, n",
  );
  let from = 1;
  for (;;) {
    const rows = page.all({ $from: from, $state: state ?? null });
    if (rows.length === 0) return;
    const last = Number(rows.at(-1)?.seq);
    const tried = attempts.all({ $first: from, $last: last }).map(readAttempt);
    for (const row of rows) {
      const seq = Number(row.seq);
      yield {
        seq,
        item:
          row.body === "" && form.prefix === "" ? undefined : JSON.parse(lengthen(form, String(row.body))),
        row: row.cells === null ? undefined : JSON.parse(String(row.cells)),
        state: String(row.state) as ItemState,
        reason: row.reason === null ? undefined : String(row.reason),
        attempts: tried.filter((attempt) => attempt.first <= seq && attempt.last >= seq),
      };
    }
    from = last + 1;
  }
}

/** Reads the audit. */
export async function* readAttempts(database: DatabaseSync): AsyncGenerator<JournalAttempt> {
  for (const row of database.prepare("SELECT * FROM attempt ORDER BY sent_at, batch, n").iterate()) {
    yield readAttempt(row);
  }
}

function readAttempt(row: Record<string, unknown>): JournalAttempt {
  const text = (value: unknown) => (value === null ? undefined : String(value));
  const number = (value: unknown) => (value === null ? undefined : Number(value));
  return {
    batch: Number(row.batch),
    attempt: Number(row.n),
    first: Number(row.first),
    last: Number(row.last),
    sentAt: Number(row.sent_at),
    endedAt: number(row.ended_at),
    outcome: text(row.outcome),
    status: number(row.status),
    kind: text(row.kind),
    requestId: text(row.request_id),
    note: text(row.note),
  };
}
