import { createHash } from "node:crypto";
import { BulkError } from "../bulk-error.ts";
import type { KeyRecord, KeyState, KeyStore } from "../once/key-store.ts";
import type { Database, Query, Row } from "./database.ts";
import { createLease, type Lease } from "./lease.ts";

const hashOf = (key: string): string => createHash("sha256").update(key).digest("hex");
const columns =
  "hash, key, state, owner, extract(epoch FROM taken_at)::float8 * 1000 AS taken_at, extract(epoch FROM ended_at)::float8 * 1000 AS ended_at, reason";
const isDead = `NOT EXISTS (SELECT FROM np6_bulk.runner r WHERE r.id = k.owner AND ended_at IS NULL
  AND (lease_until > clock_timestamp() OR pg_postmaster_start_time() > clock_timestamp() - lease))`;

/** Makes the key store of a journal in Postgres. The owner has a lease; when it ends, the open keys are unknown. */
export function createPostgresKeys(
  database: Database,
  scope: string,
  parts: { readonly leaseMs: number; readonly elapsed: () => number },
): KeyStore & { readonly close: () => Promise<void> } {
  let owner: Lease | undefined;
  let beginning: Promise<Lease> | undefined;
  /** Keys in use by this process. If an open key of this process is not among them, its result was lost. */
  const inFlight = new Set<string>();

  async function begin(): Promise<Lease> {
    const lease = createLease({ database, scope: `keys of ${scope}`, ...parts });
    await lease.register();
    lease.beat();
    owner = lease;
    return lease;
  }
  const find = async (query: Query, hash: string): Promise<Row | undefined> =>
    (await query(`SELECT ${columns} FROM np6_bulk.key WHERE scope = $1 AND hash = $2`, [scope, hash]))[0];
  /** Marks an open key as unknown when its owner is gone, or its result was lost. */
  const clear = async (query: Query, hash: string): Promise<void> => {
    await query(
      `UPDATE np6_bulk.key k SET state = 'unknown', ended_at = clock_timestamp(), reason = 'the process ended while it was sending'
       WHERE scope = $1 AND hash = $2 AND state = 'open' AND ((owner = $3 AND $4) OR ${isDead})`,
      [scope, hash, owner?.id ?? null, !inFlight.has(hash)],
    );
  };

  return {
    take: async (key) => {
      const hash = hashOf(key);
      beginning ??= begin().catch((error: unknown) => {
        beginning = undefined;
        throw error;
      });
      const lease = await beginning;
      if (!lease.isGood()) await database.persist(lease.keep);
      // If this throws, the key is open or free, and nothing is sent for it.
      const [mine] = await database.query(
        "INSERT INTO np6_bulk.key (scope, hash, key, state, owner) VALUES ($1, $2, $3, 'open', $4) ON CONFLICT DO NOTHING RETURNING hash",
        [scope, hash, key, lease.id],
      );
      if (mine !== undefined) {
        inFlight.add(hash);
        return { isMine: true, hash };
      }
      await clear(database.query, hash);
      const row = await find(database.query, hash);
      if (row === undefined)
        throw new BulkError(`The key ${JSON.stringify(key)} was freed meanwhile. Claim it again.`);
      return { isMine: false, ...readKey(row) };
    },
    settle: async (hash, to, reason) => {
      const mine = "WHERE scope = $1 AND hash = $2 AND owner = $3 AND state <> 'done'";
      const values = [scope, hash, owner?.id ?? null];
      await database.persist(() =>
        to === "free"
          ? database.query(`DELETE FROM np6_bulk.key ${mine}`, values)
          : database.query(
              `UPDATE np6_bulk.key SET state = $4, ended_at = clock_timestamp(), reason = $5, key = CASE WHEN $4 = 'done' THEN NULL ELSE key END ${mine}`,
              [...values, to, reason ?? null],
            ),
      );
      inFlight.delete(hash);
    },
    async *list({ state } = {}) {
      for (let after = ""; ; ) {
        const rows = await database.query(
          `SELECT ${columns} FROM np6_bulk.key WHERE scope = $1 AND hash > $2 AND ($3::text IS NULL OR state = $3) ORDER BY hash LIMIT 1000`,
          [scope, after, state ?? null],
        );
        yield* rows.map(readKey);
        const last = rows.at(-1);
        if (last === undefined) return;
        after = String(last.hash);
      }
    },
    resolve: async (key, as, by, reason) =>
      database.transaction(async (query) => {
        const hash = hashOf(key);
        await clear(query, hash);
        const state = (await find(query, hash))?.state ?? "free";
        if (state !== "unknown") {
          throw new BulkError(
            `The key ${JSON.stringify(key)} is ${String(state)}. Only an unknown key can be resolved.`,
          );
        }
        await query(
          as === "did-not-run"
            ? "DELETE FROM np6_bulk.key WHERE scope = $1 AND hash = $2"
            : "UPDATE np6_bulk.key SET state = 'done', key = NULL, reason = NULL WHERE scope = $1 AND hash = $2",
          [scope, hash],
        );
        await query("SELECT np6_bulk.note(id, 'resolve-key', $2::jsonb) FROM np6_bulk.job WHERE name = $1", [
          scope,
          JSON.stringify({ hash, as, by, reason }),
        ]);
      }),
    forget: async (endedBefore) => {
      const removed = await database.query(
        "DELETE FROM np6_bulk.key WHERE scope = $1 AND state = 'done' AND ended_at < to_timestamp($2::float8 / 1000) RETURNING hash",
        [scope, endedBefore.getTime()],
      );
      return removed.length;
    },
    close: async () => {
      owner?.stop();
      if (owner === undefined) return;
      await database
        .query(
          "UPDATE np6_bulk.runner SET ended_at = clock_timestamp(), end_reason = 'it ended' WHERE id = $1",
          [owner.id],
        )
        .catch(() => {});
    },
  };
}

function readKey(row: Row): KeyRecord {
  return {
    key: row.key === null ? undefined : String(row.key),
    hash: String(row.hash),
    state: String(row.state) as KeyState,
    takenAt: Number(row.taken_at),
    endedAt: row.ended_at === null ? undefined : Number(row.ended_at),
    reason: row.reason === null ? undefined : String(row.reason),
  };
}
