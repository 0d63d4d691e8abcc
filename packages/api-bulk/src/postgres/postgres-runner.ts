import { BulkError } from "../bulk-error.ts";
import type { Runner, RunnerOptions } from "../journal/journal.ts";
import type { TextForm } from "../stored/text-form.ts";
import type { Database } from "./database.ts";
import { createLease } from "./lease.ts";
import { agree, lockPace } from "./shared-pace.ts";
import { createSharedTurns } from "./shared-turns.ts";
import { settleStatement, type TakeAnswer, takeOnce } from "./statements.ts";

/** Parts that a runner uses. */
export interface RunnerParts {
  readonly database: Database;
  /** The job's name. */
  readonly scope: string;
  readonly leaseMs: number;
  readonly elapsed: () => number;
}

/** Starts one of the runners of a job. */
export async function startRunner(parts: RunnerParts, options: RunnerOptions): Promise<Runner> {
  const { database, scope } = parts;
  const lease = createLease(parts);
  const { slice } = options;
  const begun = await database.persist(() =>
    database.transaction(async (query) => {
      const [job] = await query("SELECT * FROM np6_bulk.job WHERE name = $1 AND planned", [scope]);
      if (job === undefined) throw new BulkError(`Nothing is planned as ${scope}. Plan the job first.`);
      if (job.purged_at !== null)
        throw new BulkError("This job was purged: its receivers were removed. Plan a new job.");
      if (job.cancelled === true)
        throw new BulkError("This job was cancelled. Plan a new one, under a new name.");
      const id = Number(job.id);
      const row = await lockPace(query, id);
      const [reaped] = await query("SELECT np6_bulk.reap($1, $2) AS interrupted", [id, scope]);
      const [alive] = await query(
        "SELECT count(*) AS n FROM np6_bulk.runner WHERE scope = $1 AND ended_at IS NULL",
        [scope],
      );
      const batchLimit = job.batch_limit === null ? undefined : Number(job.batch_limit);
      const settings = await agree(
        query,
        { id, batchLimit },
        row,
        { ...options.pace, maxAtStake: options.maxAtStake },
        { others: Number(alive?.n), isFresh: slice === undefined },
      );
      if (options.resume === true) await query("UPDATE np6_bulk.job SET paused = NULL WHERE id = $1", [id]);
      await lease.register(query);
      const interrupted = Number(reaped?.interrupted);
      const { maxAtStake } = settings;
      // No event per slice, because there are thousands of slices.
      if (slice === undefined) {
        await query("SELECT np6_bulk.note($1, 'run', $2::jsonb)", [
          id,
          JSON.stringify({ runner: lease.name, maxAtStake, interrupted, takeover: null }),
        ]);
      }
      const form: TextForm = { prefix: String(job.prefix), suffix: String(job.suffix) };
      return { id, form, interrupted, maxAtStake };
    }),
  );
  lease.beat();
  const { first, last } = slice ?? { first: 1, last: Number.MAX_SAFE_INTEGER };

  const takeBatch = (size: number | undefined): Promise<TakeAnswer> =>
    takeOnce(database, {
      job: begun.id,
      scope,
      runner: lease.id,
      form: begun.form,
      size,
      slice: { first, last },
    });

  const turns = createSharedTurns({ database, lease, job: begun.id, takeBatch });
  return {
    interrupted: begun.interrupted,
    maxAtStake: begun.maxAtStake,
    turns,
    take: async (size) => {
      for (;;) {
        const { kind, batch } = await takeBatch(size);
        if (kind === "lost") continue;
        if (kind !== "expired") return batch;
        await database.persist(lease.keep);
      }
    },
    settle: async (batch, settlement, end) => {
      await database.persist(() => database.query(...settleStatement(batch, settlement, end, lease)));
    },
    end: async () => {
      lease.stop();
      await turns.flush();
      // If this does not reach the database, the lease ends.
      await database
        .query("SELECT np6_bulk.end_runner($1, $2, 'it ended', 'the run ended while it was sending')", [
          begun.id,
          lease.id,
        ])
        .catch(() => {});
    },
  };
}
