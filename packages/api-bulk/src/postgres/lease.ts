import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import type { Database, Query } from "./database.ts";

/** What a lease is made with. */
export interface LeaseParts {
  readonly database: Database;
  /** Who shares what it is for: a job's name, or the keys of one. */
  readonly scope: string;
  readonly leaseMs: number;
  /** Milliseconds since whenever, by this machine; the database's clock decides all else. */
  readonly elapsed: () => number;
}

/** A process that takes batches or keys, for as long as the database hears of it. */
export interface Lease {
  /** Of the row; another one after a lease was lost. */
  readonly id: string;
  readonly name: string;
  /** Whether nobody can have taken it away yet, by this machine's own count from before it was last asked for. */
  readonly isGood: () => boolean;
  /** Asks for it, at the beginning and when it was lost; what was under way is another runner's then. */
  readonly register: (query?: Query) => Promise<void>;
  /** Makes it longer, or begins anew when it was lost. */
  readonly keep: () => Promise<void>;
  /** Keeps it from now on. */
  readonly beat: () => void;
  readonly stop: () => void;
}

/** Clocks do not run equally fast, and a statement takes its time: the last tenth is not used. */
const share = 0.9;

/** Makes one; nothing is asked for yet. */
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
    const [begun, asked] = [elapsed(), id];
    const rows = await database.query(
      "UPDATE np6_bulk.runner SET lease_until = clock_timestamp() + lease WHERE id = $1 AND ended_at IS NULL RETURNING id",
      [asked],
    );
    if (rows.length === 0) await register();
    else if (asked === id) goodUntil = begun + leaseMs * share;
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
        // When the database cannot be reached, the next one tries again; nothing is sent after the lease.
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
 * Counts time by two clocks, from each look to the next by the one that moved more. One of them stands still while a machine sleeps, and
 * the other may be set: what was counted is never taken back.
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
