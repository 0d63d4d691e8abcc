import { randomUUID } from "node:crypto";
import { closeSync, openSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { isFileLocked } from "../journal/hold-lock.ts";

/** A process that takes keys. */
export interface Owner {
  readonly id: string;
  /** Ends the owner: its open keys are unknown to other processes from now on. */
  readonly release: () => void;
}

/** Databases that hold a lock. A collected one would be closed by SQLite, which releases the lock. */
const heldLocks = new Map<string, DatabaseSync>();

const fileOf = (journal: string, id: string): string => `${realpathSync(journal)}.owner-${id}`;

/**
 * Makes this process an owner for its lifetime. It holds an open transaction on a separate file. The kernel ends the
 * transaction when the process ends in any way; a stopped process keeps it, and no clock can end it. The files of dead
 * owners are removed. Call it while the journal is locked for writing: otherwise a new file could be removed before it
 * is locked.
 */
export function becomeOwner(journal: string, isMissed: (id: string) => boolean): Owner {
  const start = `${basename(realpathSync(journal))}.owner-`;
  for (const name of readdirSync(dirname(realpathSync(journal)))) {
    if (!name.startsWith(start)) continue;
    const id = name.slice(start.length);
    if (!isMissed(id) && !isAlive(journal, id))
      rmSync(join(dirname(realpathSync(journal)), name), { force: true });
  }
  const id = randomUUID();
  const file = fileOf(journal, id);
  closeSync(openSync(file, "wx", 0o600));
  const database = new DatabaseSync(file);
  // In memory, because nothing is written, and there should be no second file.
  database.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE;");
  heldLocks.set(id, database);
  return {
    id,
    release: () => {
      heldLocks.delete(id);
      database.close();
      rmSync(file, { force: true });
    },
  };
}

/** Whether an owner's process is alive, by the kernel's file lock. */
export function isAlive(journal: string, id: string): boolean {
  if (heldLocks.has(id)) return true;
  return isFileLocked(fileOf(journal, id));
}
