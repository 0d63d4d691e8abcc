import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import type { Database, Query } from "./database.ts";

/** Parts and options of a lease. */
export interface LeaseParts {
  readonly database: Database;
  /** The lease's scope: a job's name, or the keys of a job. */
  readonly scope: string;
  readonly leaseMs: number;
  /** Milliseconds since an arbitrary moment, by this machine; the database's clock decides everything else. */
  readonly elapsed: () => number;
}

/** The right of a process to take batches or keys, as long as it renews the right in the database. */
export interface Lease {
  /** Id of the row; a new one after a lease was lost. */
  readonly id: string;
  readonly name: string;
  /** Whether the lease is certainly still valid, by this machine's clock since before the last renewal began. */
  readonly isGood: () => boolean;
  /** Inserts a lease, at the beginning and after a loss; items in flight then no longer belong to this runner. */
  readonly register: (query?: Query) => Promise<void>;
  /** Renews the lease, or inserts a new one after a loss. */
  readonly keep: () => Promise<void>;
  /** Renews the lease regularly from now on. */
  readonly beat: () => void;
  readonly stop: () => void;
}

/** The last tenth of a lease is not used, because clocks differ in speed, and statements take time. */
const share = 0.9;

/** Makes a lease; the database is not called yet. */
export function createLease({ database, scope, leaseMs, elapsed }: LeaseParts): Lease {
  const name = `${hostname()} ${process.pid}`;
  let id = "";
  let goodUntil = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setInterval> | undefined;
  let isAsking = false;

  const register = async (query: Query = database.query): Promise<void> => {
    const [begun, next] = [elapsed(), randomUUID()];
    await query(
      "INSERT INTO np6_bulk.runner (id, scope, name, lease, lease_until) VALUES ($1, $2, $3, $4::float8 * interval '1 ms', clock_timestamp() + $4::float8 * interval '1 ms')",
      [next, scope, name, leaseMs],
    );
    [id, goodUntil] = [next, begun + leaseMs * share];
  };
  const keep = async (): Promise<void> => {
    const [begun, runnerId] = [elapsed(), id];
    const rows = await database.query(
      "UPDATE np6_bulk.runner SET lease_until = clock_timestamp() + lease WHERE id = $1 AND ended_at IS NULL RETURNING id",
      [runnerId],
    );
    if (rows.length === 0) await register();
    else if (runnerId === id) goodUntil = begun + leaseMs * share;
  };
  return {
    get id() {
      return id;
    },
    name,
    isGood: () => elapsed() < goodUntil,
    register,
    keep,
    beat: () => {
      timer = setInterval(() => {
        if (isAsking) return;
        isAsking = true;
        // When the database is unreachable, the next interval tries again; nothing is sent after the lease.
        void keep()
          .catch(() => {})
          .finally(() => {
            isAsking = false;
          });
      }, leaseMs / 4);
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
}

/**
 * Measures time by two clocks, and adds the larger step of the two each time. One clock stops while the machine sleeps,
 * and the other may be set. The sum never decreases.
 */
export function createElapsed(
  clocks: { readonly steady: () => number; readonly wall: () => number } = {
    steady: () => performance.now(),
    wall: Date.now,
  },
): () => number {
  let [steady, wall, counted] = [clocks.steady(), clocks.wall(), 0];
  return () => {
    const [steadyNow, wallNow] = [clocks.steady(), clocks.wall()];
    counted += Math.max(steadyNow - steady, wallNow - wall, 0);
    [steady, wall] = [steadyNow, wallNow];
    return counted;
  };
}
