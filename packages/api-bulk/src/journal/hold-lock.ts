import { closeSync, existsSync, openSync, realpathSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { BulkError } from "../bulk-error.ts";
import { writeFailure } from "./write-failure.ts";

/** Databases that hold a lock. A collected one would be closed by SQLite, which releases the lock. */
const heldLocks = new Set<DatabaseSync>();

/**
 * Whether a process, possibly this one, runs the job. It only reads, but a runner that starts meanwhile waits for it.
 */
export function isLocked(journal: string): boolean {
  return isFileLocked(`${realpathSync(journal)}.lock`);
}

/** Whether a process has an exclusive transaction on this file. */
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

/** A held lock of a journal. */
export interface JournalLock {
  /** Number of events at the journal's last use, stored in the lock file. A journal with fewer is an older copy. */
  readonly lastSeen: number;
  /** Stores that number; it is on disk when this returns. */
  readonly remember: (events: number) => void;
  readonly release: () => void;
}

/**
 * Locks the journal by an exclusive transaction on a second file; SQLite keeps that file's lock until it is closed. The
 * kernel releases it when the process ends in any way, and not before: a stopped process keeps it. No time-out can give
 * it to another process.
 * @throws BulkError when another process has the lock, or could have it under another name of the file
 */
export function holdLock(journal: string): JournalLock {
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
    database.exec(`PRAGMA busy_timeout = 250; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;
      CREATE TABLE IF NOT EXISTS journal (id INTEGER PRIMARY KEY CHECK (id = 1), events INTEGER NOT NULL) STRICT;
      INSERT OR IGNORE INTO journal VALUES (1, 0); COMMIT`);
  } catch (error) {
    database.close();
    if (!/database is locked/.test(String(error))) throw writeFailure(file, error);
    throw new BulkError(
      `${journal}: another process is running this job. Check \`np6-bulk status\`, or end that process first.`,
    );
  }
  heldLocks.add(database);
  return {
    lastSeen: Number(database.prepare("SELECT events FROM journal").get()?.events),
    remember: (events) => {
      database.prepare("UPDATE journal SET events = ?").run(events);
    },
    release: () => {
      heldLocks.delete(database);
      database.close();
    },
  };
}
