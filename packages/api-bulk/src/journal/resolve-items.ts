import type { DatabaseSync } from "node:sqlite";
import type { Resolution } from "./journal.ts";

/**
 * Records a person's findings about items that may have run: those that ran are done, the others are planned again.
 * Only `unknown` and `ran` items change.
 *
 * @returns number of resolved items
 */
export function resolveItems(
  database: DatabaseSync,
  resolutions: readonly Resolution[],
  by: string,
  reason: string,
  at: number,
): number {
  let resolved = 0;
  const insert = database.prepare(
    "INSERT INTO batch (first, last, state, parent, reason) VALUES (?, ?, ?, ?, ?)",
  );
  for (const { first, last, as } of resolutions) {
    const open = database
      .prepare(
        "SELECT id, first, last, state, reason FROM batch WHERE state IN ('unknown', 'ran') AND first <= ? AND last >= ?",
      )
      .all(last, first);
    const written = database.prepare(
      "INSERT INTO resolution (first, last, resolved, by, reason, at) VALUES (?, ?, ?, ?, ?, ?)",
    );
    for (const batch of open) {
      const [id, from, to] = [Number(batch.id), Number(batch.first), Number(batch.last)];
      const [start, end] = [Math.max(from, first), Math.min(to, last)];
      database.prepare("UPDATE batch SET state = 'split' WHERE id = ?").run(id);
      if (start > from) insert.run(from, start - 1, String(batch.state), id, batch.reason ?? null);
      insert.run(start, end, as === "ran" ? "answered" : "planned", id, `resolved: ${reason}`);
      if (end < to) insert.run(end + 1, to, String(batch.state), id, batch.reason ?? null);
      written.run(start, end, as, by, reason, at);
      resolved += end - start + 1;
    }
    const single = database
      .prepare("SELECT seq FROM outcome WHERE state = 'unknown' AND seq BETWEEN ? AND ?")
      .all(first, last);
    for (const { seq } of single) {
      // The item's batch was answered, so it is not sent again automatically: it failed, and a new job may contain it.
      if (as === "ran") database.prepare("DELETE FROM outcome WHERE seq = ?").run(Number(seq));
      else {
        database
          .prepare("UPDATE outcome SET state = 'failed', reason = ? WHERE seq = ?")
          .run(`did not run, resolved: ${reason}`, Number(seq));
      }
      written.run(Number(seq), Number(seq), as, by, reason, at);
      resolved += 1;
    }
  }
  return resolved;
}
