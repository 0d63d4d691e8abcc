import type { DatabaseSync } from "node:sqlite";
import type { Counts } from "./journal.ts";

/** Counts the items by state. "Finished" is computed from these numbers, and never stored. */
export function readCounts(database: DatabaseSync): Counts {
  const batches = database
    .prepare("SELECT state, sum(last - first + 1) AS items FROM batch WHERE state <> 'split' GROUP BY state")
    .all();
  const outcomes = database.prepare("SELECT state, count(*) AS items FROM outcome GROUP BY state").all();
  const of = (rows: typeof batches, state: string): number =>
    Number(rows.find((row) => row.state === state)?.items ?? 0);
  const [failed, unclear] = [of(outcomes, "failed"), of(outcomes, "unknown")];
  const counts = {
    pending: of(batches, "planned"),
    sending: of(batches, "sending"),
    done: of(batches, "answered") - failed - unclear,
    failed,
    unknown: of(batches, "unknown") + unclear,
    ran: of(batches, "ran"),
    skipped: of(batches, "skipped"),
  };
  return { ...counts, total: Object.values(counts).reduce((sum, count) => sum + count, 0) };
}
