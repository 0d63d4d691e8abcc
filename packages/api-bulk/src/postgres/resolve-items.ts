import type { Resolution } from "../journal/journal.ts";
import type { Query } from "./database.ts";

/** Like `resolveItems` of the SQLite journal. Call it in a transaction. @returns number of resolved items */
export async function resolveItems(
  query: Query,
  job: number,
  resolutions: readonly Resolution[],
  by: string,
  reason: string,
): Promise<number> {
  const add = (first: number, last: number, state: unknown, parent: unknown, why: unknown) =>
    query(
      "INSERT INTO np6_bulk.batch (job, first, last, state, parent, reason) VALUES ($1, $2, $3, $4, $5, $6)",
      [job, first, last, state, parent, why],
    );
  let resolved = 0;
  for (const { first, last, as } of resolutions) {
    const write = (from: number, to: number) =>
      query(
        "INSERT INTO np6_bulk.resolution (job, first, last, resolved, by, reason) VALUES ($1, $2, $3, $4, $5, $6)",
        [job, from, to, as, by, reason],
      );
    // Splits the batches by state at once, so a worker with a late response finds its batch no longer unknown.
    const open = await query(
      "SELECT id, first, last, state, reason FROM np6_bulk.batch WHERE job = $1 AND state IN ('unknown', 'ran') AND first <= $2 AND last >= $3 ORDER BY first FOR UPDATE",
      [job, last, first],
    );
    for (const batch of open) {
      const [from, to] = [Number(batch.first), Number(batch.last)];
      const [start, end] = [Math.max(from, first), Math.min(to, last)];
      await query("UPDATE np6_bulk.batch SET state = 'split' WHERE id = $1", [batch.id]);
      if (start > from) await add(from, start - 1, batch.state, batch.id, batch.reason);
      await add(start, end, as === "ran" ? "answered" : "planned", batch.id, `resolved: ${reason}`);
      if (end < to) await add(end + 1, to, batch.state, batch.id, batch.reason);
      await write(start, end);
      resolved += end - start + 1;
    }
    const single = await query(
      "SELECT seq FROM np6_bulk.outcome WHERE job = $1 AND state = 'unknown' AND seq BETWEEN $2 AND $3",
      [job, first, last],
    );
    for (const { seq } of single) {
      // The item's batch was answered, so it is not sent again automatically: it failed, and a new job may contain it.
      await (as === "ran"
        ? query("DELETE FROM np6_bulk.outcome WHERE job = $1 AND seq = $2", [job, seq])
        : query("UPDATE np6_bulk.outcome SET state = 'failed', reason = $3 WHERE job = $1 AND seq = $2", [
            job,
            seq,
            `did not run, resolved: ${reason}`,
          ]));
      await write(Number(seq), Number(seq));
      resolved += 1;
    }
  }
  return resolved;
}
