import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { BulkError } from "../bulk-error.ts";
import { createKeyStore } from "../once/sqlite-keys.ts";
import { readEvent, readJob } from "../stored/read-rows.ts";
import { type ItemStore, rangesOf, writePlan } from "../stored/write-plan.ts";
import { holdLock, isLocked } from "./hold-lock.ts";
import type { Counts, Journal, Plan } from "./journal.ts";
import { machineBinding } from "./machine-binding.ts";
import { type DatabaseOptions, openDatabase } from "./open-database.ts";
import { readCounts } from "./read-counts.ts";
import { readAttempts, readItems } from "./read-items.ts";
import { resolveItems } from "./resolve-items.ts";
import { schemaVersion, tables } from "./schema.ts";
import { startRunner } from "./sqlite-runner.ts";
import { verifyJournal } from "./verify-journal.ts";
import { writeFailure } from "./write-failure.ts";

/** Parts that the tests of this package replace. */
export interface JournalParts extends DatabaseOptions {
  readonly now?: () => number;
  /** Called at each write point: `take:begun`, `take:written`, `settle:begun`, `settle:written` and so on. */
  readonly points?: (name: string) => void;
}

/**
 * Opens a journal, or makes an empty one. Only their owner can read the file, and the two files that SQLite keeps
 * beside it.
 * @param file on a local disk: SQLite's write-ahead log does not work on network file systems
 * @throws BulkError when the file is not a journal, or has another version
 */
export async function openJournal(file: string): Promise<Journal> {
  return openJournalWith(file);
}

/** Like `openJournal`, with parts that tests replace. */
export async function openJournalWith(file: string, parts: JournalParts = {}): Promise<Journal> {
  const { now = Date.now, points = () => {}, synchronous = "FULL" } = parts;
  const database = openChecked(file, parts);

  function transaction<Result>(name: string, work: () => Result): Result {
    try {
      database.exec("BEGIN IMMEDIATE");
      const result = work();
      points(`${name}:begun`);
      database.exec("COMMIT");
      points(`${name}:written`);
      return result;
    } catch (error) {
      if (database.isTransaction) database.exec("ROLLBACK");
      throw writeFailure(file, error);
    }
  }

  const note = (kind: string, detail: unknown): void => {
    database
      .prepare("INSERT INTO event (at, kind, detail, counts) VALUES (?, ?, ?, ?)")
      .run(now(), kind, JSON.stringify(detail ?? null), JSON.stringify(readCounts(database)));
  };
  const jobRow = () => database.prepare("SELECT * FROM job WHERE planned = 1").get();

  /** Removes an unfinished plan. */
  const clearPlan = (): void => {
    if (jobRow() !== undefined) return;
    transaction("clear", () => database.exec("DELETE FROM batch; DELETE FROM item; DELETE FROM job"));
  };

  const itemStore = (): ItemStore => {
    const insert = database.prepare("INSERT INTO item (seq, body, cells) VALUES (?, ?, ?)");
    const select = database.prepare("SELECT body FROM item WHERE seq = ?");
    return {
      add: (items) =>
        transaction("chunk", () => {
          for (const { seq, body, cells } of items) insert.run(seq, body, cells);
        }),
      bodyOf: (seq) => String(select.get(seq)?.body),
    };
  };

  const countEvents = (): number =>
    Number(database.prepare("SELECT coalesce(max(id), 0) AS events FROM event").get()?.events);

  async function plan(input: Plan): Promise<Counts> {
    const lock = holdLock(file);
    try {
      if (jobRow() !== undefined) {
        throw new BulkError(`${file} already has a plan. Run it, or use a new file for a new job.`);
      }
      clearPlan();
      database
        .prepare(
          "INSERT INTO job (id, uid, execution_ids, operation, input, on_bad_batch, created_at, created_by, binding) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .run(
          randomUUID(),
          input.executionIds ? 1 : 0,
          input.operation,
          JSON.stringify(input.input),
          input.onBadBatch,
          now(),
          input.createdBy,
          machineBinding(file),
        );
      // Only the last transaction makes the plan valid, so the earlier ones need not be synced to disk.
      database.exec("PRAGMA synchronous = NORMAL");
      const { total, form, rows, hash, skipped } = await writePlan(input, itemStore());
      database.exec(`PRAGMA synchronous = ${synchronous}`);
      transaction("plan", () => {
        const insert = database.prepare("INSERT INTO batch (first, last, state) VALUES (?, ?, ?)");
        for (const { first, last, state } of rangesOf(total, skipped)) insert.run(first, last, state);
        database
          .prepare(
            "UPDATE job SET planned = 1, total = ?, plan_hash = ?, prefix = ?, suffix = ?, row_form = ?",
          )
          .run(total, hash, form.prefix, form.suffix, JSON.stringify(rows));
        note("plan", { duplicates: input.duplicates, skipped: skipped.length });
      });
      // Merges the write-ahead log into the database file.
      database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
      lock.remember(countEvents());
      return readCounts(database);
    } catch (error) {
      try {
        clearPlan();
      } catch {
        // A full disk refuses this too. The next plan begins by clearing.
      }
      throw writeFailure(file, error);
    } finally {
      database.exec(`PRAGMA synchronous = ${synchronous}`);
      lock.release();
    }
  }

  const { close: closeKeys, ...keys } = createKeyStore({ file, database, now, transaction, note });

  return {
    name: file,
    isShared: false,
    keys,
    plan,
    job: async () => {
      const row = jobRow();
      return row === undefined ? undefined : readJob(row);
    },
    counts: async () => readCounts(database),
    startRunner: async (options) => {
      const lock = holdLock(file);
      try {
        const binding = machineBinding(file);
        const isOlder = countEvents() < lock.lastSeen;
        const runner = startRunner({ database, now, points, transaction, note, binding, isOlder }, options);
        lock.remember(countEvents());
        return {
          ...runner,
          end: async () => {
            try {
              lock.remember(countEvents());
            } catch {
              // The disk is full. The lock file then has the number from the start of the run.
            }
            lock.release();
          },
        };
      } catch (error) {
        lock.release();
        throw error;
      }
    },
    items: ({ state, order } = {}) => readItems(database, state, order),
    isRunning: async () => isLocked(file),
    attempts: () => readAttempts(database),
    resolve: async (resolutions, by, reason) =>
      transaction("resolve", () => {
        const resolved = resolveItems(database, resolutions, by, reason, now());
        note("resolve", { by, reason, resolved });
        return resolved;
      }),
    pause: async (reason) =>
      transaction("pause", () => {
        database.prepare("UPDATE job SET paused = ?").run(reason);
        note("pause", { reason });
      }),
    cancel: async (reason) =>
      transaction("cancel", () => {
        database.prepare("UPDATE job SET cancelled = 1, paused = ?").run(reason);
        note("cancel", { reason });
      }),
    note: async (kind, detail) => transaction("note", () => note(kind, detail)),
    events: async () => database.prepare("SELECT * FROM event ORDER BY id").all().map(readEvent),
    verify: async () => verifyJournal(database),
    purge: async () => {
      const lock = holdLock(file);
      try {
        database.exec("PRAGMA secure_delete = ON");
        transaction("purge", () => {
          database.exec(
            "DELETE FROM item; DELETE FROM result; UPDATE outcome SET reason = 'purged'; UPDATE batch SET reason = NULL; UPDATE job SET prefix = '', suffix = '', row_form = ''; UPDATE key SET key = NULL WHERE state <> 'open'",
          );
          database.prepare("UPDATE job SET purged_at = ?").run(now());
          note("purge", null);
        });
        database.exec("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
      } finally {
        lock.release();
      }
    },
    close: async () => {
      closeKeys();
      if (database.isOpen) database.close();
    },
  };
}

function openChecked(file: string, parts: JournalParts): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = openDatabase(file, parts);
    if (isEmpty(database)) {
      database.exec("BEGIN IMMEDIATE");
      // Another process may have made the tables meanwhile.
      if (isEmpty(database)) database.exec(tables);
      database.exec("COMMIT");
    }
    const version = database.prepare("PRAGMA user_version").get()?.user_version;
    if (version === schemaVersion) return database;
    throw new BulkError(`${file} is not a journal of this version of @np6/api-bulk. Use another file.`);
  } catch (error) {
    database?.close();
    if (/not a database/.test(String(error))) {
      throw new BulkError(`${file} is not a journal. Use another file.`);
    }
    throw writeFailure(file, error);
  }
}

function isEmpty(database: DatabaseSync): boolean {
  return database.prepare("SELECT 1 FROM sqlite_master").get() === undefined;
}
