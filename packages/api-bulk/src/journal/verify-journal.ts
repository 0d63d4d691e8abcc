import type { DatabaseSync } from "node:sqlite";
import { checkInvariants } from "../stored/check-invariants.ts";
import { readCounts } from "./read-counts.ts";
import { triggers } from "./schema.ts";

/**
 * Checks the invariants of a journal, and the file.
 *
 * @returns the broken ones, one line each, beginning with the invariant's name
 */
export async function verifyJournal(database: DatabaseSync): Promise<string[]> {
  const job = database.prepare("SELECT * FROM job").get();
  // A journal may guard only single calls.
  if (job === undefined && database.prepare("SELECT 1 FROM key_guard").get() !== undefined) return [];
  if (job === undefined || job.planned === 0) return ["I0 nothing is planned, or the plan was not finished"];
  // Other data of a damaged file are unreliable, and reading them may throw.
  const [check] = database.prepare("PRAGMA quick_check(1)").all().flatMap(Object.values);
  if (check !== "ok") return [`I0 the file is damaged: ${String(check)}`];

  const isCleared = database.prepare(
    "SELECT coalesce(sum(min(last, $last) - max(first, $first) + 1), 0) AS items FROM resolution WHERE resolved = 'did-not-run' AND first <= $last AND last >= $first",
  );
  const strays = database
    .prepare(
      "SELECT count(*) AS n FROM outcome WHERE seq > coalesce((SELECT last FROM batch WHERE state = 'answered' AND first <= seq ORDER BY first DESC LIMIT 1), 0)",
    )
    .get();
  const present = database.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all();
  return checkInvariants({
    job,
    counts: readCounts(database),
    live: database
      .prepare("SELECT id, first, last FROM batch WHERE state <> 'split' ORDER BY first")
      .iterate(),
    attempts: database
      .prepare(
        "SELECT batch, n, first, last FROM attempt WHERE outcome IS NULL OR outcome IN ('answered', 'ran', 'unknown') ORDER BY first, last",
      )
      .iterate(),
    clearedIn: (first, last) => Number(isCleared.get({ $first: first, $last: last })?.items),
    strays: Number(strays?.n),
    rules: { present: present.map(({ name }) => String(name)), required: Object.keys(triggers) },
    bodies: function* () {
      for (const { body } of database.prepare("SELECT body FROM item ORDER BY seq").iterate())
        yield String(body);
    },
  });
}
