import { randomUUID } from "node:crypto";
import type { AttemptEnd, Settlement, Slice, TakenBatch } from "../journal/journal.ts";
import { lengthen, type TextForm } from "../stored/text-form.ts";
import { type Database, isPassing, type Row } from "./database.ts";
import type { Lease } from "./lease.ts";

/** A batch, and the lease under which it was taken. */
export interface LeasedBatch extends TakenBatch {
  readonly runner: string;
}

/** Result of a take. `what` is the procedure's result, or `lost` when the result was lost. */
export interface TakeAnswer {
  readonly kind: string;
  readonly waitMs: number;
  readonly batch: LeasedBatch | undefined;
  readonly size: number;
  readonly concurrency: number;
}

/** Parameters of a take. */
export interface TakeRequest {
  readonly job: number;
  readonly scope: string;
  readonly runner: string;
  readonly form: TextForm;
  /** Undefined: the size that the pace allows. */
  readonly size: number | undefined;
  readonly slice: Slice;
}

/**
 * Takes once. If the result is lost, the intent may be written or not, or still in transit. It is then made void,
 * so that the batch is neither sent nor left over.
 *
 * @throws JournalWriteError when it could not be made void; the batch is unknown when the lease ends
 */
export async function takeOnce(database: Database, request: TakeRequest): Promise<TakeAnswer> {
  const { job, scope, runner, form, size, slice } = request;
  const token = randomUUID();
  let row: Row | undefined;
  try {
    [row] = await database.query(
      "SELECT * FROM np6_bulk.take($1::int, $2::text, $3::uuid, $4::uuid, $5::int, $6::bigint, $7::bigint)",
      [job, scope, runner, token, size ?? null, slice.first, slice.last],
    );
  } catch (error) {
    const note = "not sent: for a while it was uncertain whether its intent was recorded";
    await database.persist(() =>
      database.query("SELECT np6_bulk.void_taken($1, $2, $3)", [job, token, note]),
    );
    // An error of the statement itself would occur again.
    if (!isPassing(error)) await database.persist(() => Promise.reject(error));
    return { kind: "lost", waitMs: 0, batch: undefined, size: 0, concurrency: 0 };
  }
  const items = ((row?.bodies ?? []) as readonly string[]).map((body) => JSON.parse(lengthen(form, body)));
  const [id, first, last, attempt] = [row?.b_id, row?.b_first, row?.b_last, row?.b_attempt].map(Number) as [
    number,
    number,
    number,
    number,
  ];
  return {
    kind: String(row?.what),
    waitMs: Number(row?.wait_ms ?? 0),
    batch: row?.what === "send" ? { id, first, last, attempt, runner, items } : undefined,
    size: Number(row?.size),
    concurrency: Number(row?.concurrency),
  };
}

/** Makes the statement that records the end of a batch. It may be repeated. */
export function settleStatement(
  batch: TakenBatch,
  settlement: Settlement,
  end: AttemptEnd,
  lease: Pick<Lease, "id">,
): [text: string, values: readonly unknown[]] {
  const outcomes = settlement.to === "answered" ? settlement.outcomes : [];
  const results = settlement.to === "answered" ? (settlement.results ?? []) : [];
  return [
    "SELECT np6_bulk.settle($1, $2, $3::uuid, $4, $5::int, $6, $7, $8, $9, $10::jsonb, $11::text[], $12::int) AS how",
    [
      batch.id,
      batch.attempt,
      (batch as Partial<LeasedBatch>).runner ?? lease.id,
      settlement.to,
      end.status ?? null,
      end.kind ?? null,
      end.requestId ?? null,
      end.note ?? null,
      outcomes.filter(({ state }) => state === "failed").length,
      JSON.stringify(outcomes.map(({ index, state, reason }) => [batch.first + index, state, reason])),
      results.map((result) => JSON.stringify(result) ?? "null"),
      settlement.to === "split" ? (settlement.limit ?? null) : null,
    ],
  ];
}
