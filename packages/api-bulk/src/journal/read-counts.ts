import type { DatabaseSync } from "node:sqlite";
import type { Counts } from "./journal.ts";

/** Counts the items by state. "Finished" is computed from these numbers, and never stored. */
export function readCounts(database: DatabaseSync): Counts {
  const batches = database
    .prepare("SELECT state, sum(last - first + 1) AS items FROM batch WHERE state <> 'split' GROUP BY state")
    .all();
  const outcomes = database.prepare("SELECT state, count(*) AS items FROM outcome GROUP BY state").all();
  const itemsIn = (rows: typeof batches, state: string): number =>
    Number(rows.find((row) => row.state === state)?.items ?? 0);
  const [failed, unclear] = [itemsIn(outcomes, "failed"), itemsIn(outcomes, "unknown")];
  const counts = {
    pending: itemsIn(batches, "planned"),
    sending: itemsIn(batches, "sending"),
    done: itemsIn(batches, "answered") - failed - unclear,
    failed,
    unknown: itemsIn(batches, "unknown") + unclear,
    ran: itemsIn(batches, "ran"),
    skipped: itemsIn(batches, "skipped"),
  };
  return { ...counts, total: Object.values(counts).reduce((sum, count) => sum + count, 0) };
}
