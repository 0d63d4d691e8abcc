import type { DatabaseSync } from "node:sqlite";
import { readAttempt } from "../stored/read-rows.ts";
import { lengthenCells } from "../stored/row-form.ts";
import { lengthen } from "../stored/text-form.ts";
import type { ItemState, JournalAttempt, JournalItem } from "./journal.ts";

const pageSize = 1000;

const stateOf = `CASE WHEN o.state IS NOT NULL THEN o.state WHEN $of = 'planned' THEN 'pending'
  WHEN $of = 'answered' THEN 'done' ELSE $of END`;

/** Reads items page by page in the order of the source. A report thus needs little memory, and blocks no runner. */
export async function* readItems(
  database: DatabaseSync,
  state: ItemState | undefined,
  order: "first-to-last" | "last-to-first" = "first-to-last",
): AsyncGenerator<JournalItem> {
  const job = database.prepare("SELECT prefix, suffix, row_form FROM job").get();
  if (job === undefined) return;
  const form = { prefix: String(job.prefix), suffix: String(job.suffix) };
  const rowForm = JSON.parse(String(job.row_form || "null"));
  const batches = database
    .prepare("SELECT id, first, last, state, reason FROM batch WHERE state <> 'split' ORDER BY first")
    .all();
  const isForward = order === "first-to-last";
  if (!isForward) batches.reverse();
  const page = database.prepare(`
    SELECT i.seq, i.body, i.cells, ${stateOf} AS state, coalesce(o.reason, $reason) AS reason,
      r.body AS result
    FROM item i LEFT JOIN outcome o ON o.seq = i.seq LEFT JOIN result r ON r.seq = i.seq
    WHERE i.seq BETWEEN $from AND $to AND ($state IS NULL OR ${stateOf} = $state)
    ORDER BY i.seq ${isForward ? "ASC" : "DESC"}`);
  // Finds attempts by the batch's ancestors: searching all attempts for a range takes hours with a million batches.
  const attemptsOf = database.prepare(`
    WITH RECURSIVE line (id) AS (
      VALUES ($batch) UNION SELECT parent FROM batch JOIN line USING (id) WHERE parent IS NOT NULL)
    SELECT * FROM attempt WHERE batch IN (SELECT id FROM line) AND first <= $last AND last >= $first
    ORDER BY attempt.rowid`);
  for (const batch of batches) {
    const [first, last] = [Number(batch.first), Number(batch.last)];
    for (let done = 0; done <= last - first; done += pageSize) {
      const from = isForward ? first + done : Math.max(first, last - done - pageSize + 1);
      const to = isForward ? Math.min(last, from + pageSize - 1) : last - done;
      const parameters = { $of: batch.state ?? null, $reason: batch.reason ?? null };
      const rows = page.all({ ...parameters, $from: from, $to: to, $state: state ?? null });
      if (rows.length === 0) continue;
      // An attempt of an ancestor that overlaps the batch contains it, because batches are only ever split.
      const attempts = attemptsOf.all({ $batch: batch.id ?? null, $first: from, $last: to }).map(readAttempt);
      for (const row of rows) {
        const seq = Number(row.seq);
        yield {
          seq,
          item:
            row.body === "" && form.prefix === "" ? undefined : JSON.parse(lengthen(form, String(row.body))),
          row: row.cells === null ? undefined : lengthenCells(rowForm, String(row.cells), String(row.body)),
          state: String(row.state) as ItemState,
          reason: row.reason === null ? undefined : String(row.reason),
          result: row.result === null ? undefined : JSON.parse(String(row.result)),
          attempts,
        };
      }
    }
  }
}

/** Reads the audit in the order of writing, because the clock may have been set back. */
export async function* readAttempts(database: DatabaseSync): AsyncGenerator<JournalAttempt> {
  for (const row of database.prepare("SELECT * FROM attempt ORDER BY rowid").iterate()) {
    yield readAttempt(row);
  }
}
