import { BulkError } from "../../bulk-error.ts";
import type { Database, Query } from "../database.ts";
import { migrations } from "./migrations.ts";

async function versionOf(query: Query): Promise<number> {
  const [table] = await query("SELECT to_regclass('np6_bulk.migration') AS name");
  if (table?.name === null) return 0;
  const [row] = await query("SELECT max(version) AS version FROM np6_bulk.migration");
  return Number(row?.version ?? 0);
}

/**
 * Updates the tables to this version. Several processes may do so at the same time: one updates, the others wait. If
 * nothing has to change, permission to read suffices.
 *
 * @throws BulkError when the tables have a newer version
 */
export async function migrate(database: Database, schema: string): Promise<void> {
  const newest = migrations.length;
  const check = (version: number): boolean => {
    if (version <= newest) return version === newest;
    throw new BulkError(
      `${database.name} has tables of version ${version}, and this @np6/api-bulk knows ${newest}. Install a newer one.`,
    );
  };
  if (check(await versionOf(database.query))) return;
  // The session holds the lock, and the transaction begins after it. An earlier transaction would not see the schema
  // that another process made. On an error the connection ends, and so does the lock.
  await database.exclusive(async (query) => {
    const lock = `np6_bulk migration of ${schema}`;
    await query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [lock]);
    await query("BEGIN");
    const version = await versionOf(query);
    if (!check(version)) {
      await query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
      await query(`SET LOCAL search_path = ${schema}, pg_temp`);
      await query(
        "CREATE TABLE IF NOT EXISTS migration (version int PRIMARY KEY, at timestamptz NOT NULL DEFAULT clock_timestamp())",
      );
      for (const [index, text] of migrations.slice(version).entries()) {
        await query(text);
        await query("INSERT INTO migration (version) VALUES ($1)", [version + index + 1]);
      }
    }
    await query("COMMIT");
    await query("SELECT pg_advisory_unlock(hashtextextended($1, 0))", [lock]);
  });
}
