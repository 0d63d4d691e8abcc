import { setTimeout as wait } from "node:timers/promises";
import { BulkError } from "../bulk-error.ts";
import { JournalWriteError } from "../journal-write-error.ts";

/** A row, by column name. */
export type Row = Readonly<Record<string, unknown>>;

/** Runs SQL. In the text, `np6_bulk.` is the journal's schema. */
export type Query = (text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

/** Connections to one database. */
export interface Connections {
  readonly query: Query;
  /** Runs several statements on one connection without other users. It is discarded when the work throws. */
  readonly exclusive: <Result>(work: (query: Query) => Promise<Result>) => Promise<Result>;
  readonly close: () => Promise<void>;
}

/** A journal's database. */
export interface Database extends Connections {
  readonly name: string;
  /** All or nothing. If the connection is lost at the end, it throws although the work may have been committed. */
  readonly transaction: <Result>(work: (query: Query) => Promise<Result>) => Promise<Result>;
  /**
   * Repeats work for a while, as long as the database is unreachable. Only for work that may be done twice.
   *
   * @throws JournalWriteError when it takes too long
   */
  readonly persist: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

/** SQLSTATEs after which a repeat may succeed (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const passing = /^(08|57P0[123]|53300|40001|40P01|55P03|57014|25P0[23]|25006)/;
const passingWords = /connection (terminated|error)|timeout|not queryable/i;

/** Whether an error concerns the connection to the database, and not the statement. */
export function isPassing(error: unknown): boolean {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  if (error instanceof BulkError) return false;
  if (typeof code !== "string") return passingWords.test(String(message));
  // Node's own codes, such as ECONNRESET and EPIPE.
  return /^E[A-Z]{4,}$/.test(code) || passing.test(code);
}

/** Converts an error of writing a journal to a JournalWriteError; returns other errors unchanged. */
function writeFailure(name: string, error: unknown): unknown {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  // Our own rules, no space, no permission, and the server's own errors.
  if (!/^(NP60|53|58|42501|XX)/.test(String(code))) return error;
  return new JournalWriteError(
    `${name} cannot be written: ${String(message)} (${String(code)}). Nothing is sent after this. ` +
      "Correct that, then run again: the journal has the state of every receiver.",
    { cause: error },
  );
}

/** Makes a journal's database with these connections. */
export function createDatabase(connections: Connections, name: string, reconnectMs: number): Database {
  const transaction: Database["transaction"] = (work) =>
    connections.exclusive(async (query) => {
      await query("BEGIN");
      try {
        const result = await work(query);
        await query("COMMIT");
        return result;
      } catch (error) {
        if (!isPassing(error)) await query("ROLLBACK").catch(() => {});
        throw error;
      }
    });
  return {
    ...connections,
    name,
    transaction,
    persist: async (work) => {
      const until = performance.now() + reconnectMs;
      for (let pause = 50; ; pause = Math.min(1000, pause * 2)) {
        try {
          return await work();
        } catch (error) {
          if (!isPassing(error)) throw writeFailure(name, error);
          if (performance.now() > until) throw unreachable(name, reconnectMs, error);
          await wait(pause * (0.5 + Math.random() / 2));
        }
      }
    },
  };
}

function unreachable(name: string, milliseconds: number, error: unknown): JournalWriteError {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return new JournalWriteError(
    `${name} could not be reached for ${Math.round(milliseconds / 1000)} s: ${String(code ?? message)}. ` +
      "Nothing is sent after this. Batches in flight become unknown when their lease expires. Start again when the database is available.",
    { cause: error },
  );
}
