import { randomUUID } from "node:crypto";
import { closeSync, openSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { isFileLocked } from "../journal/hold-lock.ts";

/** A process that takes keys. */
export interface Owner {
  readonly id: string;
  /** Ends it: whatever it has open is unknown to the others from now on. */
  readonly release: () => void;
}

/** What holds a lock is kept until it is given back: SQLite closes what is collected, and closing gives the lock away. */
const held = new Map<string, DatabaseSync>();

const fileOf = (journal: string, id: string): string => `${realpathSync(journal)}.owner-${id}`;

/**
 * Makes this process an owner, for as long as it lives. A transaction on a file of its own is never committed, and the
 * kernel ends it with the process, however that ends. A stopped process keeps it, and no clock can take it. The files
 * of the dead are removed. To be called while the journal is locked for writing: else a file could be removed between
 * its making and its locking.
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
  // In memory: it writes nothing, and should leave no second file.
  database.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE;");
  held.set(id, database);
  return {
    id,
    release: () => {
      held.delete(id);
      database.close();
      rmSync(file, { force: true });
    },
  };
}

/** Whether an owner's process lives, by the kernel's word. */
export function isAlive(journal: string, id: string): boolean {
  if (held.has(id)) return true;
  return isFileLocked(fileOf(journal, id));
}
