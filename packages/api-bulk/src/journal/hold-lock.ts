import { closeSync, existsSync, openSync, realpathSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { BulkError } from "../bulk-error.ts";

/** What holds a lock is kept until it is given back: SQLite closes what is collected, and closing gives the lock away. */
const held = new Set<DatabaseSync>();

/**
 * Whether another process, or this one, runs the journal's job. Only looks: who begins in that moment waits for it.
 */
export function isLocked(journal: string): boolean {
  return isFileLocked(`${realpathSync(journal)}.lock`);
}

/** Whether a process has a transaction on this file that keeps all others out. */
export function isFileLocked(file: string): boolean {
  if (!existsSync(file)) return false;
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    database.exec("PRAGMA busy_timeout = 0; SELECT name FROM sqlite_master");
    return false;
  } catch (error) {
    if (/database is locked/.test(String(error))) return true;
    throw error;
  } finally {
    database.close();
  }
}

/**
 * Takes the journal's lock: a transaction on a second file that is never committed. The kernel gives it back when the process
 * ends, however it ends, and not before: a stopped process keeps it. No time-out can give it to somebody else.
 *
 * @returns gives it back
 * @throws BulkError when another process has it, or may have it under another name of the file
 */
export function holdLock(journal: string): () => void {
  if (statSync(journal).nlink > 1) {
    throw new BulkError(
      `${journal}: the file has a second name (a hard link), under which another process could run the job. ` +
        "Remove one of the two.",
    );
  }
  const file = `${realpathSync(journal)}.lock`;
  try {
    closeSync(openSync(file, "wx", 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const database = new DatabaseSync(file);
  try {
    database.exec("PRAGMA busy_timeout = 250; BEGIN EXCLUSIVE;");
  } catch (error) {
    database.close();
    if (!/database is locked/.test(String(error))) throw error;
    throw new BulkError(
      `${journal}: another process is running this job. Look with \`np6-bulk status\`, or end that process first.`,
    );
  }
  held.add(database);
  return () => {
    held.delete(database);
    database.close();
  };
}
