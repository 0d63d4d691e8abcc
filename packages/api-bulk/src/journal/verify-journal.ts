import type { DatabaseSync } from "node:sqlite";
import { readCounts } from "./read-counts.ts";
import { triggers } from "./schema.ts";
import { planHash } from "./sqlite-plan.ts";
import { lengthen } from "./text-form.ts";

/**
 * Checks the invariants of a journal.
 *
 * @returns what is broken, one line each, beginning with the invariant's name
 */
export function verifyJournal(database: DatabaseSync): string[] {
  const job = database.prepare("SELECT * FROM job").get();
  // A journal may guard single calls alone.
  if (job === undefined && database.prepare("SELECT 1 FROM key_guard").get() !== undefined) return [];
  if (job === undefined || job.planned === 0) return ["I0 nothing is planned, or the plan was not finished"];
  // What else a damaged file says is worth nothing, and reading it may throw.
  const [check] = database.prepare("PRAGMA quick_check(1)").all().flatMap(Object.values);
  if (check !== "ok") return [`I0 the file is damaged: ${String(check)}`];
  const problems: string[] = [];

  let next = 1;
  const live = database.prepare("SELECT id, first, last FROM batch WHERE state <> 'split' ORDER BY first");
  for (const { id, first, last } of live.iterate()) {
    if (Number(first) > next) problems.push(`I1 receivers ${next} to ${Number(first) - 1} are in no batch`);
    if (Number(first) < next) problems.push(`I1 batch ${id} has receivers of the one before it`);
    next = Math.max(next, Number(last) + 1);
  }
  if (next !== Number(job.total) + 1) {
    problems.push(`I1 the batches end at receiver ${next - 1}, the plan at ${job.total}`);
  }

  const counts = readCounts(database);
  if (counts.sending > Number(job.max_at_stake)) {
    problems.push(`I2 ${counts.sending} receivers are at stake, allowed are ${job.max_at_stake}`);
  }
  problems.push(...executedTwice(database));
  if (counts.total !== Number(job.total) || Object.values(counts).some((count) => count < 0)) {
    problems.push(`I4 the counts are ${JSON.stringify(counts)}, and the plan has ${job.total} receivers`);
  }
  const strays = database
    .prepare(
      "SELECT count(*) AS n FROM outcome WHERE seq > coalesce((SELECT last FROM batch WHERE state = 'answered' AND first <= seq ORDER BY first DESC LIMIT 1), 0)",
    )
    .get();
  if (Number(strays?.n) > 0) problems.push(`I5 ${strays?.n} outcomes belong to no answered batch`);
  const present = database.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all();
  for (const name of Object.keys(triggers)) {
    if (!present.some((row) => row.name === name)) problems.push(`I6 the rule ${name} is missing`);
  }
  if (job.purged_at === null) {
    const hash = planHash(String(job.operation), JSON.parse(String(job.input)));
    const form = { prefix: String(job.prefix), suffix: String(job.suffix) };
    let items = 0;
    let texts = "";
    for (const { body } of database.prepare("SELECT body FROM item ORDER BY seq").iterate()) {
      texts += `${lengthen(form, String(body))}\n`;
      items += 1;
      if (texts.length < 2 ** 16) continue;
      hash.update(texts);
      texts = "";
    }
    hash.update(texts);
    if (hash.digest("hex") !== job.plan_hash || items !== Number(job.total)) {
      problems.push("I7 the receivers are not those that were planned");
    }
  }
  return problems;
}

/** Attempts that may have run, for the same receivers, without somebody having said in between that they did not. */
function executedTwice(database: DatabaseSync): string[] {
  const attempts = database
    .prepare(
      "SELECT batch, n, first, last FROM attempt WHERE outcome IS NULL OR outcome IN ('answered', 'ran', 'unknown') ORDER BY first, last",
    )
    .iterate();
  const isCleared = database.prepare(
    "SELECT coalesce(sum(min(last, $last) - max(first, $first) + 1), 0) AS items FROM resolution WHERE resolved = 'did-not-run' AND first <= $last AND last >= $first",
  );
  const problems: string[] = [];
  let open: { readonly name: string; readonly first: number; readonly last: number }[] = [];
  for (const attempt of attempts) {
    const [first, last] = [Number(attempt.first), Number(attempt.last)];
    const name = `batch ${attempt.batch} attempt ${attempt.n}`;
    open = open.filter((other) => other.last >= first);
    for (const other of open) {
      const end = Math.min(last, other.last);
      const cleared = isCleared.get({ $first: first, $last: end });
      if (Number(cleared?.items) < end - first + 1) {
        problems.push(
          `I3 receivers ${first} to ${end} are in ${other.name} and ${name}, and both may have run`,
        );
      }
    }
    open.push({ name, first, last });
  }
  return problems;
}
