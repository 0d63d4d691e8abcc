import { closeSync, existsSync, openSync, realpathSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { BulkError } from "../bulk-error.ts";
import { writeFailure } from "./write-failure.ts";

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

/** The lock of a journal, as long as it is held. */
export interface JournalLock {
  /** How many events the journal had when it was last used, as its lock remembers: fewer mean that an older copy is in its place. */
  readonly lastSeen: number;
  /** Keeps that number, on disk when this returns. */
  readonly remember: (events: number) => void;
  readonly release: () => void;
}

/**
 * Takes the journal's lock: an exclusive transaction on a second file, whose lock SQLite keeps until the file is closed. The kernel gives
 * it back when the process ends, however it ends, and not before: a stopped process keeps it. No time-out can give it to somebody else.
 *
 * @throws BulkError when another process has it, or may have it under another name of the file
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
      `${journal}: another process is running this job. Look with \`np6-bulk status\`, or end that process first.`,
    );
  }
  held.add(database);
  return {
    lastSeen: Number(database.prepare("SELECT events FROM journal").get()?.events),
    remember: (events) => {
      database.prepare("UPDATE journal SET events = ?").run(events);
    },
    release: () => {
      held.delete(database);
      database.close();
    },
  };
}
