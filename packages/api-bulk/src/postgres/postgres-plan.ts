import { randomUUID } from "node:crypto";
import { BulkError } from "../bulk-error.ts";
import type { Counts, Plan } from "../journal/journal.ts";
import { chunkSize, rangesOf, writePlan } from "../stored/write-plan.ts";
import type { Database, Query } from "./database.ts";

/** Removes an unfinished plan. */
async function clear(query: Query, scope: string): Promise<void> {
  const [row] = await query("SELECT id, planned FROM np6_bulk.job WHERE name = $1", [scope]);
  if (row === undefined || row.planned === true) return;
  for (const table of ["batch", "chunk", "pace", "event"]) {
    await query(`DELETE FROM np6_bulk.${table} WHERE job = $1`, [row.id]);
  }
  await query("DELETE FROM np6_bulk.job WHERE id = $1 AND NOT planned", [row.id]);
}

/** Writes a plan completely or not at all. The server releases its lock when the connection ends. */
export async function planInPostgres(database: Database, scope: string, plan: Plan): Promise<Counts> {
  return database.exclusive(async (query) => {
    const lock = `np6_bulk plan of ${scope}`;
    const [lockRow] = await query("SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS ok", [lock]);
    if (lockRow?.ok !== true)
      throw new BulkError(`Another process is planning ${scope} in ${database.name}.`);
    try {
      const [before] = await query("SELECT planned FROM np6_bulk.job WHERE name = $1", [scope]);
      if (before?.planned === true) {
        throw new BulkError(`${database.name} already has a plan. Run it, or use a new name for a new job.`);
      }
      await clear(query, scope);
      return await write(query, scope, plan);
    } catch (error) {
      await query("SET synchronous_commit = on").catch(() => {});
      // If the connection is lost, the next plan begins by clearing.
      await clear(query, scope).catch(() => {});
      throw error;
    } finally {
      await query("SELECT pg_advisory_unlock(hashtextextended($1, 0))", [lock]).catch(() => {});
    }
  });
}

async function write(query: Query, scope: string, plan: Plan): Promise<Counts> {
  const [inserted] = await query(
    "INSERT INTO np6_bulk.job (name, uid, operation, input, on_bad_batch, execution_ids, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
    [
      scope,
      randomUUID(),
      plan.operation,
      JSON.stringify(plan.input),
      plan.onBadBatch,
      plan.executionIds,
      plan.createdBy,
    ],
  );
  const job = Number(inserted?.id);
  // Only the last transaction makes the plan valid, so the earlier ones need not be synced to disk.
  await query("SET synchronous_commit = off");
  const { total, form, rows, hash, skipped } = await writePlan(plan, {
    add: async (items) => {
      await query(
        "INSERT INTO np6_bulk.chunk (job, first, bodies, cells) VALUES ($1, $2, $3::text[], $4::text[])",
        [
          job,
          items[0]?.seq,
          items.map(({ body }) => body),
          items.some(({ cells }) => cells !== null) ? items.map(({ cells }) => cells) : null,
        ],
      );
    },
    bodyOf: async (seq) => {
      const first = Math.floor((seq - 1) / chunkSize) * chunkSize + 1;
      const [planned] = await query(
        "SELECT bodies[$3::int] AS body FROM np6_bulk.chunk WHERE job = $1 AND first = $2",
        [job, first, seq - first + 1],
      );
      return String(planned?.body);
    },
  });
  await query("SET synchronous_commit = on");
  await query("BEGIN");
  const ranges = rangesOf(total, skipped);
  for (let start = 0; start < ranges.length; start += 10_000) {
    await query(
      "INSERT INTO np6_bulk.batch (job, first, last, state) SELECT $1, r.first, r.last, r.state FROM jsonb_to_recordset($2::jsonb) AS r (first bigint, last bigint, state text)",
      [job, JSON.stringify(ranges.slice(start, start + 10_000))],
    );
  }
  await query("INSERT INTO np6_bulk.pace (job) VALUES ($1)", [job]);
  await query(
    "UPDATE np6_bulk.job SET planned = true, total = $2, plan_hash = $3, prefix = $4, suffix = $5, row_form = $6 WHERE id = $1",
    [job, total, hash, form.prefix, form.suffix, JSON.stringify(rows)],
  );
  await query("SELECT np6_bulk.note($1, 'plan', $2::jsonb)", [
    job,
    JSON.stringify({ duplicates: plan.duplicates, skipped: skipped.length }),
  ]);
  await query("COMMIT");
  const [counted] = await query("SELECT np6_bulk.counts($1) AS counts", [job]);
  return counted?.counts as Counts;
}
