import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { hostname } from "node:os";
import type { DatabaseSync } from "node:sqlite";
import { BulkError } from "../bulk-error.ts";
import { differentBinding, machineBinding } from "../journal/machine-binding.ts";
import type { KeyRecord, KeyState, KeyStore } from "./key-store.ts";
import { becomeOwner, isAlive, type Owner } from "./owner-locks.ts";

/** Parts that the key store uses. */
export interface KeyStoreParts {
  readonly file: string;
  readonly database: DatabaseSync;
  readonly now: () => number;
  /** Runs work in one transaction, all or nothing. `name` is its write point. */
  readonly transaction: <Result>(name: string, work: () => Result) => Result;
  readonly note: (kind: string, detail: unknown) => void;
}

const hashOf = (key: string): string => createHash("sha256").update(key).digest("hex");

/** Makes the key store of a journal in a SQLite file. */
export function createKeyStore(parts: KeyStoreParts): KeyStore & { readonly close: () => void } {
  const { file, database, now, transaction, note } = parts;
  let owner: Owner | undefined;
  /** Keys in use by this process. If an open key of this process is not among them, its result was lost. */
  const inFlight = new Set<string>();
  const find = (hash: string) => database.prepare("SELECT * FROM key WHERE hash = ?").get(hash);

  function begin(takeover: boolean): Owner {
    const current = machineBinding(file);
    const before = database.prepare("SELECT binding FROM key_guard").get();
    const difference = before === undefined ? undefined : differentBinding(String(before.binding), current);
    if (difference !== undefined && !takeover) {
      throw new BulkError(
        `${file} may be out of date: ${difference}. If no other process has sent from it since, use \`takeover\`.`,
      );
    }
    if (statSync(file).nlink > 1) {
      throw new BulkError(`${file}: the file has a second name (a hard link). Remove one of the two.`);
    }
    database.prepare("INSERT OR REPLACE INTO key_guard (id, binding) VALUES (1, ?)").run(current);
    const isMissed = database.prepare("SELECT 1 FROM key WHERE state = 'open' AND owner = ?");
    return becomeOwner(file, (id) => isMissed.get(id) !== undefined);
  }

  const makeUnknown = (hash: string, reason: string): void => {
    database
      .prepare("UPDATE key SET state = 'unknown', ended_at = ?, reason = ? WHERE hash = ? AND state = 'open'")
      .run(now(), reason, hash);
  };

  return {
    take: async (key, { takeover = false } = {}) => {
      const hash = hashOf(key);
      const claim = transaction("key-take", () => {
        owner ??= begin(takeover);
        const row = find(hash);
        if (row === undefined) {
          database
            .prepare(
              "INSERT INTO key (hash, key, state, owner, process, taken_at) VALUES (?, ?, 'open', ?, ?, ?)",
            )
            .run(hash, key, owner.id, `${hostname()} ${process.pid}`, now());
          return undefined;
        }
        if (row.state === "open" && row.owner === owner.id && !inFlight.has(hash)) {
          makeUnknown(hash, "its result could not be recorded");
        } else if (row.state === "open" && !isAlive(file, String(row.owner))) {
          makeUnknown(hash, `the process ended while it was sending: ${String(row.process)}`);
        }
        return readKey(find(hash) ?? row);
      });
      if (claim !== undefined) return { isMine: false, ...claim };
      inFlight.add(hash);
      return { isMine: true, hash };
    },
    settle: async (hash, to, reason) => {
      inFlight.delete(hash);
      transaction("key-settle", () => {
        const mine = "WHERE hash = ? AND owner = ? AND state <> 'done'";
        const id = owner?.id ?? "";
        if (to === "free") database.prepare(`DELETE FROM key ${mine}`).run(hash, id);
        else {
          database
            .prepare(`UPDATE key SET state = ?, ended_at = ?, reason = ?, key = iif(?, NULL, key) ${mine}`)
            .run(to, now(), reason ?? null, to === "done" ? 1 : 0, hash, id);
        }
      });
    },
    async *list({ state } = {}) {
      const rows = database.prepare(
        "SELECT * FROM key WHERE hash > ?1 AND (?2 IS NULL OR state = ?2) ORDER BY hash LIMIT 1000",
      );
      for (let after = ""; ; ) {
        const page = rows.all(after, state ?? null).map(readKey);
        yield* page;
        const last = page.at(-1);
        if (last === undefined) return;
        after = last.hash;
      }
    },
    resolve: async (key, as, by, reason) =>
      transaction("key-resolve", () => {
        const hash = hashOf(key);
        const row = find(hash);
        if (row?.state === "open" && row.owner !== owner?.id && !isAlive(file, String(row.owner))) {
          makeUnknown(hash, `the process ended while it was sending: ${String(row.process)}`);
        }
        const state = find(hash)?.state ?? "free";
        if (state !== "unknown") {
          throw new BulkError(
            `The key ${JSON.stringify(key)} is ${String(state)}. Only an unknown key can be resolved.`,
          );
        }
        if (as === "did-not-run") database.prepare("DELETE FROM key WHERE hash = ?").run(hash);
        else
          database
            .prepare("UPDATE key SET state = 'done', key = NULL, reason = NULL WHERE hash = ?")
            .run(hash);
        note("resolve-key", { hash, as, by, reason });
      }),
    forget: async (endedBefore) =>
      transaction("key-forget", () => {
        const sql = "DELETE FROM key WHERE state = 'done' AND ended_at < ?";
        return Number(database.prepare(sql).run(endedBefore.getTime()).changes);
      }),
    close: () => {
      owner?.release();
      owner = undefined;
    },
  };
}

function readKey(row: Record<string, unknown>): KeyRecord {
  return {
    key: row.key === null ? undefined : String(row.key),
    hash: String(row.hash),
    state: String(row.state) as KeyState,
    takenAt: Number(row.taken_at),
    endedAt: row.ended_at === null ? undefined : Number(row.ended_at),
    reason: row.reason === null ? undefined : String(row.reason),
  };
}
