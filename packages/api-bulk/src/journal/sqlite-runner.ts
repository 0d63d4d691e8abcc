import { hostname } from "node:os";
import type { DatabaseSync } from "node:sqlite";
import { BulkError } from "../bulk-error.ts";
import { lengthen } from "../stored/text-form.ts";
import type { AttemptEnd, Runner, RunnerOptions, Settlement, TakenBatch } from "./journal.ts";
import { differentBinding } from "./machine-binding.ts";

/** Parts that a runner uses. */
export interface RunnerParts {
  readonly database: DatabaseSync;
  readonly now: () => number;
  readonly points: (name: string) => void;
  /** Runs work in one transaction, all or nothing. `name` is its write point. */
  readonly transaction: <Result>(name: string, work: () => Result) => Result;
  readonly note: (kind: string, detail: unknown) => void;
  /** The journal's current binding. */
  readonly binding: string;
  /** Whether the journal has fewer events than at its last use on this machine. */
  readonly isOlder: boolean;
}

/** Starts the only runner of a journal; the caller holds the lock. */
export function startRunner(parts: RunnerParts, options: RunnerOptions): Omit<Runner, "end"> {
  const { database, now, transaction, note } = parts;
  const runner = `${hostname()} ${process.pid} ${now()}`;
  const job = database.prepare("SELECT * FROM job").get();
  if (job === undefined || job.planned === 0) {
    throw new BulkError("Nothing is planned in this journal. Plan the job first.");
  }
  if (job.purged_at !== null)
    throw new BulkError("This journal was purged: its receivers were removed. Plan a new job.");
  if (job.cancelled === 1) throw new BulkError("This job was cancelled. Plan a new one, in a new journal.");
  const difference = parts.isOlder
    ? "it is older than at its last use, as a restored backup is"
    : differentBinding(String(job.binding), parts.binding);
  if (difference !== undefined && options.takeover !== true) {
    throw new BulkError(
      `This journal may be out of date: ${difference}. If no other process has sent from it since, use \`takeover\`.`,
    );
  }
  const form = { prefix: String(job.prefix), suffix: String(job.suffix) };
  const { maxAtStake = 2000 } = options;

  const interrupted = transaction("start", () => {
    database
      .prepare("UPDATE job SET binding = ?, max_at_stake = ?, paused = iif(?, NULL, paused)")
      .run(parts.binding, maxAtStake, options.resume === true ? 1 : 0);
    const interruptedRow = database
      .prepare("SELECT coalesce(sum(last - first + 1), 0) AS items FROM batch WHERE state = 'sending'")
      .get();
    const reason = "the process ended while it was sending";
    database.prepare("UPDATE batch SET state = 'unknown', reason = ? WHERE state = 'sending'").run(reason);
    database.prepare("UPDATE attempt SET outcome = 'unknown', note = ? WHERE outcome IS NULL").run(reason);
    const items = Number(interruptedRow?.items ?? 0);
    note("run", { runner, maxAtStake, interrupted: items, takeover: difference ?? null });
    return items;
  });

  const select = {
    rest: database.prepare("SELECT paused IS NOT NULL OR cancelled AS rests FROM job"),
    next: database.prepare(
      "SELECT id, first, last, attempt FROM batch WHERE state = 'planned' ORDER BY first LIMIT 1",
    ),
    items: database.prepare("SELECT body FROM item WHERE seq BETWEEN ? AND ? ORDER BY seq"),
  };

  function takeNow(size: number): Omit<TakenBatch, "items"> | undefined {
    if (select.rest.get()?.rests === 1) return undefined;
    const next = select.next.get();
    if (next === undefined) return undefined;
    let [id, first, last, attempt] = [next.id, next.first, next.last, next.attempt].map(Number) as [
      number,
      number,
      number,
      number,
    ];
    if (last - first + 1 > size) {
      database.prepare("UPDATE batch SET first = ? WHERE id = ?").run(first + size, id);
      last = first + size - 1;
      const inserted = database
        .prepare("INSERT INTO batch (first, last, state, parent) VALUES (?, ?, 'planned', ?)")
        .run(first, last, id);
      [id, attempt] = [Number(inserted.lastInsertRowid), 0];
    }
    attempt += 1;
    database.prepare("UPDATE batch SET state = 'sending', attempt = ? WHERE id = ?").run(attempt, id);
    database
      .prepare("INSERT INTO attempt (batch, n, first, last, runner, sent_at) VALUES (?, ?, ?, ?, ?, ?)")
      .run(id, attempt, first, last, runner, now());
    return { id, first, last, attempt };
  }

  function settleNow(
    { id, first, last, attempt }: TakenBatch,
    settlement: Settlement,
    end: AttemptEnd,
  ): void {
    database
      .prepare("UPDATE batch SET state = ?, reason = ? WHERE id = ?")
      .run(settlement.to, end.note ?? null, id);
    database
      .prepare(
        "UPDATE attempt SET ended_at = ?, outcome = ?, status = ?, kind = ?, request_id = ?, note = ?, failed = ? WHERE batch = ? AND n = ?",
      )
      .run(
        now(),
        settlement.to,
        end.status ?? null,
        end.kind ?? null,
        end.requestId ?? null,
        end.note ?? null,
        settlement.to === "answered"
          ? settlement.outcomes.filter(({ state }) => state === "failed").length
          : 0,
        id,
        attempt,
      );
    if (settlement.to === "answered") {
      const insert = database.prepare("INSERT INTO outcome (seq, state, reason) VALUES (?, ?, ?)");
      for (const { index, state, reason } of settlement.outcomes) insert.run(first + index, state, reason);
      const keep = database.prepare("INSERT OR REPLACE INTO result (seq, body) VALUES (?, ?)");
      for (const [index, result] of (settlement.results ?? []).entries()) {
        keep.run(first + index, JSON.stringify(result) ?? "null");
      }
    }
    if (settlement.to === "split") {
      const middle = first + Math.floor((last - first) / 2);
      const insert = database.prepare(
        "INSERT INTO batch (first, last, state, parent) VALUES (?, ?, 'planned', ?)",
      );
      insert.run(first, middle, id);
      insert.run(middle + 1, last, id);
      if (settlement.limit !== undefined) {
        database
          .prepare("UPDATE job SET batch_limit = min(coalesce(batch_limit, ?), ?)")
          .run(settlement.limit, settlement.limit);
      }
    }
  }

  return {
    interrupted,
    maxAtStake,
    take: async (size) => {
      const batch = transaction("take", () => takeNow(size));
      if (batch === undefined) return undefined;
      const rows = select.items.all(batch.first, batch.last);
      return { ...batch, items: rows.map((row) => JSON.parse(lengthen(form, String(row.body)))) };
    },
    settle: async (batch, settlement, end) => transaction("settle", () => settleNow(batch, settlement, end)),
  };
}
