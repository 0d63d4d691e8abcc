import { BulkError } from "../bulk-error.ts";
import type { Connections, Query, Row } from "./database.ts";

/** Options of the connections. */
export interface ConnectOptions {
  readonly connectionString: string;
  readonly schema: string;
  readonly maxConnections: number;
  /** Longest time for one statement, in milliseconds. */
  readonly statementTimeoutMs: number;
  readonly applicationName: string;
}

/** Returns a journal's address for messages, without credentials. @throws BulkError for no address of Postgres */
export function addressOf(connectionString: string): string {
  let url: URL;
  try {
    url = new URL(connectionString);
  } catch {
    // The original error would contain the text, and the password in it.
    throw new BulkError("The connection string is not a URL. Use `postgres://user@host:5432/database`.");
  }
  if (url.protocol !== "postgres:" && url.protocol !== "postgresql:") {
    throw new BulkError(`A journal cannot be in ${url.protocol} Use postgres://user@host:5432/database.`);
  }
  // For a socket, the folder is a parameter instead of the host.
  const host = url.host === "" ? (url.searchParams.get("host") ?? "") : url.host;
  return `postgres://${host}${url.pathname}`;
}

/** Opens connections by `pg` on demand. @throws BulkError when `pg` is not installed */
export async function connect(options: ConnectOptions): Promise<Connections> {
  const { schema, statementTimeoutMs } = options;
  const pg = await import("pg").catch((error: unknown) => {
    throw new BulkError("The journal in Postgres needs the package `pg`: npm install pg", { cause: error });
  });
  const pool = new pg.default.Pool({
    connectionString: options.connectionString,
    application_name: options.applicationName,
    max: options.maxConnections,
    connectionTimeoutMillis: Math.min(5000, statementTimeoutMs),
    query_timeout: statementTimeoutMs,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    allowExitOnIdle: true,
  });
  // If an idle connection ends, the pool makes a new one on demand.
  pool.on("error", () => {});
  // If a connection in use ends, its query reports that. Without a listener, the event would also end the process.
  pool.on("connect", (client) => void client.on("error", () => {}));
  const ready = new WeakSet<object>();

  const exclusive: Connections["exclusive"] = async (work) => {
    const client = await pool.connect();
    const query: Query = async (text, values) => {
      const named = schema === "np6_bulk" ? text : text.replaceAll("np6_bulk.", `${schema}.`);
      return (await client.query(named, values as unknown[])).rows as Row[];
    };
    try {
      if (!ready.has(client)) {
        await prepare(query, statementTimeoutMs);
        ready.add(client);
      }
      const result = await work(query);
      client.release();
      return result;
    } catch (error) {
      // The connection is in an unknown state.
      client.release(true);
      throw error;
    }
  };
  return {
    exclusive,
    query: (text, values) => exclusive((query) => query(text, values)),
    close: () => pool.end(),
  };
}

/** Ensures that commits are on disk when they return, and that the locks of a worker that hangs are released. */
async function prepare(query: Query, statementTimeoutMs: number): Promise<void> {
  const [row] = await query(
    "SELECT current_setting('synchronous_commit') AS commits, current_setting('fsync') AS fsync",
  );
  if (row?.fsync === "off") {
    throw new BulkError(
      "The database has fsync = off: it loses data when the power fails. Use one with fsync = on for a journal.",
    );
  }
  const half = Math.max(100, Math.round(statementTimeoutMs / 2));
  const isWeak = row?.commits === "off" || row?.commits === "local";
  await query(
    `SET statement_timeout = ${statementTimeoutMs}; SET lock_timeout = ${half}; SET idle_in_transaction_session_timeout = ${half};${
      isWeak ? " SET synchronous_commit = on;" : ""
    }`,
  );
}
