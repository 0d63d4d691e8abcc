import type { Counts } from "../journal/journal.ts";
import { checkInvariants } from "../stored/check-invariants.ts";
import type { Database, Query, Row } from "./database.ts";
import { ruleNames } from "./schema/migrations.ts";

/** Reads rows by pages of a thousand, ordered by these columns. */
async function* paged(query: Query, text: string, job: unknown, by: readonly string[]): AsyncGenerator<Row> {
  let after: readonly unknown[] = by.map(() => -1);
  for (;;) {
    const page = await query(text, [job, ...after]);
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = by.map((name) => last[name]);
  }
}

/** Checks the invariants of a job in a transaction with one state of the database. @returns broken ones, by line */
export async function verifyPostgres({ exclusive }: Database, scope: string): Promise<string[]> {
  return exclusive(async (query) => {
    await query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const problems = await check(query, scope);
    await query("COMMIT");
    return problems;
  });
}

async function check(query: Query, scope: string): Promise<string[]> {
  const [job] = await query(
    "SELECT j.*, p.max_at_stake, np6_bulk.counts(j.id) AS counts FROM np6_bulk.job j JOIN np6_bulk.pace p ON p.job = j.id WHERE name = $1 AND planned",
    [scope],
  );
  if (job === undefined) return ["I0 nothing is planned, or the plan was not finished"];
  const [strays] = await query(
    "SELECT count(*) AS n FROM np6_bulk.outcome o WHERE job = $1 AND seq > coalesce((SELECT last FROM np6_bulk.batch b WHERE b.job = o.job AND b.state = 'answered' AND b.first <= o.seq ORDER BY b.first DESC LIMIT 1), 0)",
    [job.id],
  );
  const present = await query(
    "SELECT tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE tgenabled IN ('O', 'A') AND c.relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = to_regclass('np6_bulk.batch'))",
  );
  return checkInvariants({
    job,
    counts: job.counts as Counts,
    live: paged(
      query,
      "SELECT id, first, last FROM np6_bulk.batch WHERE job = $1 AND state <> 'split' AND (first, id) > ($2::bigint, $3::bigint) ORDER BY first, id LIMIT 1000",
      job.id,
      ["first", "id"],
    ),
    attempts: paged(
      query,
      "SELECT id, batch, n, first, last FROM np6_bulk.attempt WHERE job = $1 AND (outcome IS NULL OR outcome IN ('answered', 'ran', 'unknown')) AND (first, last, id) > ($2::bigint, $3::bigint, $4::bigint) ORDER BY first, last, id LIMIT 1000",
      job.id,
      ["first", "last", "id"],
    ),
    clearedIn: async (first, last) => {
      const [cleared] = await query(
        "SELECT coalesce(sum(least(last, $3) - greatest(first, $2) + 1), 0) AS items FROM np6_bulk.resolution WHERE job = $1 AND resolved = 'did-not-run' AND first <= $3 AND last >= $2",
        [job.id, first, last],
      );
      return Number(cleared?.items);
    },
    strays: Number(strays?.n),
    rules: { present: present.map(({ tgname }) => String(tgname)), required: ruleNames },
    bodies: async function* () {
      const chunks =
        "SELECT first, bodies FROM np6_bulk.chunk WHERE job = $1 AND first > $2 ORDER BY first LIMIT 10";
      for await (const { bodies } of paged(query, chunks, job.id, ["first"]))
        yield* bodies as readonly string[];
    },
  });
}
