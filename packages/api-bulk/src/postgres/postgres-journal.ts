import { BulkError } from "../bulk-error.ts";
import type { Counts, Journal } from "../journal/journal.ts";
import { readEvent, readJob } from "../stored/read-rows.ts";
import { addressOf, connect } from "./connect.ts";
import { createDatabase, type Database, type Query, type Row } from "./database.ts";
import { createElapsed } from "./lease.ts";
import { createPostgresKeys } from "./postgres-keys.ts";
import { planInPostgres } from "./postgres-plan.ts";
import { startRunner } from "./postgres-runner.ts";
import { readAttempts, readItems } from "./read-items.ts";
import { resolveItems } from "./resolve-items.ts";
import { migrate } from "./schema/migrate.ts";
import { pauseJob } from "./shared-pace.ts";
import { verifyPostgres } from "./verify-postgres.ts";

/** Address and time limits of a journal in Postgres. */
export interface PostgresJournalOptions {
  /** `postgres://user:password@host:5432/database`. Never printed. */
  readonly connectionString: string;
  /** The job's name; one database can contain several jobs. 1 to 200 characters. */
  readonly job: string;
  /** Schema of the tables. Default: `np6_bulk`. */
  readonly schema?: string;
  /** Milliseconds after which a runner without renewal is given up; its items in flight are unknown. Default 30,000. */
  readonly leaseMs?: number;
  /** Milliseconds for which an unwritten result is kept while the database is unreachable. Default: 120,000. */
  readonly reconnectMs?: number;
  /** Connections of this process. Default: 10. */
  readonly maxConnections?: number;
}

/**
 * Opens a journal in Postgres, which several machines share. It makes missing tables.
 *
 * @throws BulkError when the options are invalid, `pg` is not installed, or the tables have a newer version
 */
export async function postgresJournal(options: PostgresJournalOptions): Promise<Journal> {
  const { connectionString, job, schema = "np6_bulk", leaseMs = 30_000, reconnectMs = 120_000 } = options;
  if (typeof job !== "string" || job === "" || job.length > 200) {
    throw new BulkError("`job` must be a name of 1 to 200 characters.");
  }
  if (!/^[a-z_][a-z0-9_]{0,40}$/.test(schema)) {
    throw new BulkError(
      `schema must be lower-case letters, digits and _, at most 41, and is ${JSON.stringify(schema)}.`,
    );
  }
  const { maxConnections = 10 } = options;
  for (const [name, value, least] of [
    ["leaseMs", leaseMs, 500],
    ["reconnectMs", reconnectMs, 0],
    ["maxConnections", maxConnections, 2],
  ] as const) {
    if (Number.isInteger(value) && value >= least && value <= 2 ** 31 - 1) continue;
    throw new BulkError(`${name} must be a whole number of at least ${least}, and is ${String(value)}.`);
  }
  const name = `${addressOf(connectionString)} job ${job}`;
  const connections = await connect({
    connectionString,
    schema,
    maxConnections,
    statementTimeoutMs: Math.min(15_000, Math.round(leaseMs / 2)),
    applicationName: "np6-bulk",
  });
  const database = createDatabase(connections, name, reconnectMs);
  try {
    await database.persist(() => migrate(database, schema));
  } catch (error) {
    await database.close();
    throw error;
  }
  return journalOn(database, job, leaseMs);
}

/** Makes the journal on a database that has its tables. */
export function journalOn(
  database: Database,
  scope: string,
  leaseMs: number,
  elapsed: () => number = createElapsed(),
): Journal {
  const { close: closeKeys, ...keys } = createPostgresKeys(database, scope, { leaseMs, elapsed });
  const jobRow = async (): Promise<Row | undefined> => {
    const [row] = await database.query(
      "SELECT *, extract(epoch FROM created_at)::float8 * 1000 AS created_at, extract(epoch FROM purged_at)::float8 * 1000 AS purged_at FROM np6_bulk.job WHERE name = $1 AND planned",
      [scope],
    );
    return row;
  };
  const idOf = async (): Promise<number> => {
    const row = await jobRow();
    if (row === undefined) throw new BulkError(`${database.name}: nothing is planned. Plan the job first.`);
    return Number(row.id);
  };
  const isRunning = async (query: Query = database.query): Promise<boolean> => {
    const rows = await query(
      "SELECT id FROM np6_bulk.runner WHERE scope = $1 AND ended_at IS NULL AND lease_until > clock_timestamp() LIMIT 1",
      [scope],
    );
    return rows.length > 0;
  };
  return {
    name: database.name,
    isShared: true,
    keys,
    plan: (plan) => planInPostgres(database, scope, plan),
    job: async () => {
      const row = await database.persist(jobRow);
      return row === undefined ? undefined : readJob(row);
    },
    counts: async () => {
      const [row] = await database.persist(() =>
        database.query(
          "SELECT np6_bulk.counts(coalesce((SELECT id FROM np6_bulk.job WHERE name = $1 AND planned), 0)) AS counts",
          [scope],
        ),
      );
      return row?.counts as Counts;
    },
    startRunner: (options) => startRunner({ database, scope, leaseMs, elapsed }, options),
    items: ({ state, order } = {}) => readItems(database, scope, state, order),
    isRunning: () => isRunning(),
    attempts: () => readAttempts(database, scope),
    resolve: async (resolutions, by, reason) => {
      const job = await idOf();
      return database.transaction(async (query) => {
        const resolved = await resolveItems(query, job, resolutions, by, reason);
        await query("SELECT np6_bulk.note($1, 'resolve', $2::jsonb)", [
          job,
          JSON.stringify({ by, reason, resolved }),
        ]);
        return resolved;
      });
    },
    pause: async (reason) => {
      const job = await idOf();
      await database.persist(() => database.transaction((query) => pauseJob(query, job, reason)));
    },
    cancel: async (reason) => {
      const job = await idOf();
      await database.persist(() =>
        database.transaction(async (query) => {
          await query("UPDATE np6_bulk.job SET cancelled = true, paused = $2 WHERE id = $1", [job, reason]);
          await query("SELECT np6_bulk.note($1, 'cancel', $2::jsonb)", [job, JSON.stringify({ reason })]);
        }),
      );
    },
    note: async (kind, detail) => {
      const job = await idOf();
      await database.persist(() =>
        database.query("SELECT np6_bulk.note($1, $2, $3::jsonb)", [
          job,
          kind,
          JSON.stringify(detail ?? null),
        ]),
      );
    },
    events: async () => {
      const rows = await database.query(
        "SELECT extract(epoch FROM at)::float8 * 1000 AS at, kind, detail, counts FROM np6_bulk.event WHERE job = (SELECT id FROM np6_bulk.job WHERE name = $1) ORDER BY id",
        [scope],
      );
      return rows.map(readEvent);
    },
    verify: () => verifyPostgres(database, scope),
    purge: async () => {
      const job = await idOf();
      await database.transaction(async (query) => {
        await query("SELECT FROM np6_bulk.pace WHERE job = $1 FOR UPDATE", [job]);
        if (await isRunning(query)) {
          throw new BulkError(`${database.name}: workers are running this job. Stop them first.`);
        }
        await query("SELECT np6_bulk.reap($1, $2)", [job, scope]);
        for (const table of ["chunk", "result"])
          await query(`DELETE FROM np6_bulk.${table} WHERE job = $1`, [job]);
        await query("UPDATE np6_bulk.outcome SET reason = 'purged' WHERE job = $1", [job]);
        await query("UPDATE np6_bulk.batch SET reason = NULL WHERE job = $1 AND reason IS NOT NULL", [job]);
        await query("UPDATE np6_bulk.key SET key = NULL WHERE scope = $1 AND state <> 'open'", [scope]);
        await query(
          "UPDATE np6_bulk.job SET prefix = '', suffix = '', row_form = '', purged_at = clock_timestamp() WHERE id = $1",
          [job],
        );
        await query("SELECT np6_bulk.note($1, 'purge', NULL)", [job]);
      });
    },
    close: async () => {
      await closeKeys();
      await database.close();
    },
  };
}
