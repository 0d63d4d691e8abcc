import { closeSync, openSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

/** Options of a connection. */
export interface DatabaseOptions {
  /** `FULL` writes a commit to the disk before it returns. A test proves with `NORMAL` that it sees the difference. */
  readonly synchronous?: "FULL" | "NORMAL";
}

/**
 * Opens a file of SQLite that only its owner can read. A new file gets its mode before SQLite opens it: closing another
 * descriptor of an open database drops the process's locks on it.
 */
export function openDatabase(file: string, { synchronous = "FULL" }: DatabaseOptions = {}): DatabaseSync {
  try {
    closeSync(openSync(file, "wx", 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const database = new DatabaseSync(file);
  database.exec(
    `PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous}; PRAGMA fullfsync = 1;`,
  );
  return database;
}
