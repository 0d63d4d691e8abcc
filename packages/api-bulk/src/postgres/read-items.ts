import type { ItemState, JournalAttempt, JournalItem } from "../journal/journal.ts";
import { readAttempt } from "../stored/read-rows.ts";
import { lengthenCells } from "../stored/row-form.ts";
import { lengthen } from "../stored/text-form.ts";
import { chunkSize } from "../stored/write-plan.ts";
import type { Database, Query, Row } from "./database.ts";

/** Columns of an attempt for `readAttempt`. */
const attemptColumns =
  "id, batch, n, first, last, extract(epoch FROM sent_at)::float8 * 1000 AS sent_at, extract(epoch FROM ended_at)::float8 * 1000 AS ended_at, outcome, status, kind, request_id, note, failed";

const statesOf: Readonly<Record<string, readonly ItemState[]>> = {
  planned: ["pending"],
  answered: ["done", "failed", "unknown"],
};

/** Reads items by the thousand in the order of the source. A report thus needs little memory, and blocks no runner. */
export async function* readItems(
  { query }: Database,
  scope: string,
  state: ItemState | undefined,
  order: "first-to-last" | "last-to-first" = "first-to-last",
): AsyncGenerator<JournalItem> {
  const [job] = await query("SELECT * FROM np6_bulk.job WHERE name = $1 AND planned", [scope]);
  if (job === undefined || job.purged_at !== null) return;
  const form = { prefix: String(job.prefix), suffix: String(job.suffix) };
  const rowForm = JSON.parse(String(job.row_form || "null"));
  const batches = await query(
    "SELECT first, last, state, reason FROM np6_bulk.batch WHERE job = $1 AND state <> 'split' ORDER BY first",
    [job.id],
  );
  const fits = (batchState: unknown) =>
    (statesOf[String(batchState)] ?? [batchState]) as readonly ItemState[];
  const matching = batches.filter((batch) => state === undefined || fits(batch.state).includes(state));
  const [longest] = await query("SELECT max(last - first) AS items FROM np6_bulk.attempt WHERE job = $1", [
    job.id,
  ]);
  const isForward = order === "first-to-last";
  const chunks = await query(
    `SELECT first FROM np6_bulk.chunk WHERE job = $1 ORDER BY first ${isForward ? "" : "DESC"}`,
    [job.id],
  );
  const index = new BatchIndex(matching);
  for (const { first } of chunks) {
    const from = Number(first);
    const inside = index.between(from, from + chunkSize - 1);
    if (inside.length === 0) continue;
    const chunk = await readChunk(query, Number(job.id), from, Number(longest?.items ?? 0));
    for (const batch of isForward ? inside : inside.toReversed()) {
      const [start, stop] = [
        Math.max(from, Number(batch.first)),
        Math.min(from + chunk.bodies.length - 1, Number(batch.last)),
      ];
      for (let index = 0; index <= stop - start; index += 1) {
        const seq = isForward ? start + index : stop - index;
        const outcome = chunk.outcomes.get(seq);
        const is = (outcome?.state ?? fits(batch.state)[0]) as ItemState;
        if (state !== undefined && is !== state) continue;
        const reason = outcome?.reason ?? batch.reason;
        const body = chunk.bodies[seq - from] ?? "";
        const cells = chunk.cells?.[seq - from];
        const result = chunk.results.get(seq);
        yield {
          seq,
          item: JSON.parse(lengthen(form, body)),
          row: cells === null || cells === undefined ? undefined : lengthenCells(rowForm, cells, body),
          state: is,
          reason: reason === null || reason === undefined ? undefined : String(reason),
          result: result === undefined ? undefined : JSON.parse(String(result.body)),
          attempts: chunk.attempts.filter((attempt) => attempt.first <= seq && attempt.last >= seq),
        };
      }
    }
  }
}

/** Finds batches by a range of numbers. */
class BatchIndex {
  readonly #batches: readonly Row[];
  constructor(batches: readonly Row[]) {
    this.#batches = batches;
  }
  between(first: number, last: number): readonly Row[] {
    let [low, high] = [0, this.#batches.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (Number(this.#batches[middle]?.last) < first) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < this.#batches.length && Number(this.#batches[end]?.first) <= last) end += 1;
    return this.#batches.slice(low, end);
  }
}

async function readChunk(query: Query, job: number, from: number, longest: number) {
  const to = from + chunkSize - 1;
  const [chunk] = await query("SELECT bodies, cells FROM np6_bulk.chunk WHERE job = $1 AND first = $2", [
    job,
    from,
  ]);
  const bySeq = async (table: string): Promise<Map<number, Row>> => {
    const rows = await query(`SELECT * FROM np6_bulk.${table} WHERE job = $1 AND seq BETWEEN $2 AND $3`, [
      job,
      from,
      to,
    ]);
    return new Map(rows.map((row) => [Number(row.seq), row]));
  };
  const attempts = await query(
    `SELECT ${attemptColumns} FROM np6_bulk.attempt WHERE job = $1 AND first BETWEEN $2 AND $3 AND last >= $4 ORDER BY id`,
    [job, from - longest, to, from],
  );
  return {
    bodies: (chunk?.bodies ?? []) as readonly string[],
    cells: chunk?.cells as readonly (string | null)[] | null,
    outcomes: await bySeq("outcome"),
    results: await bySeq("result"),
    attempts: attempts.map(readAttempt),
  };
}

/** Reads the audit, in the order of writing. */
export async function* readAttempts({ query }: Database, scope: string): AsyncGenerator<JournalAttempt> {
  for (let after = 0; ; ) {
    const page = await query(
      `SELECT ${attemptColumns} FROM np6_bulk.attempt WHERE job = (SELECT id FROM np6_bulk.job WHERE name = $1) AND id > $2 ORDER BY id LIMIT 1000`,
      [scope, after],
    );
    yield* page.map(readAttempt);
    const last = page.at(-1);
    if (last === undefined) return;
    after = Number(last.id);
  }
}
