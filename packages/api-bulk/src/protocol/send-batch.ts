import { isNp6Error } from "@np6/api-client";
import type { AttemptEnd, ItemOutcome, Lesson, Settlement, TakenBatch } from "../journal/journal.ts";
import type { BatchAnswer, BatchCallOptions, BulkOperation, ItemVerdict } from "./bulk-operation.ts";
import { judgeFailure } from "./judge-failure.ts";

/** Result of sending a batch: the new state for the journal, and the lesson for the job. */
export interface SentBatch extends Omit<Lesson, "milliseconds"> {
  readonly settlement: Settlement;
  readonly end: AttemptEnd;
}

type Sent = Omit<SentBatch, "isExhausted">;

/** Sends a batch once, and returns its outcome. It never throws: any error while sending is an outcome. */
export async function sendBatch(
  operation: BulkOperation,
  input: unknown,
  batch: TakenBatch,
  options: BatchCallOptions,
  { splitRefused, keepResults }: { readonly splitRefused: boolean; readonly keepResults: boolean },
): Promise<SentBatch> {
  try {
    const sent: unknown = await operation.send(input, batch.items, options);
    const isBare = Array.isArray(sent) || typeof sent !== "object" || sent === null;
    const answer = isBare ? { results: sent } : (sent as BatchAnswer);
    return { ...readResults(operation, batch, answer, keepResults), isExhausted: isExhausted(answer) };
  } catch (failure) {
    const limits = isNp6Error(failure) ? failure : {};
    return { ...afterFailure(failure, batch, splitRefused), isExhausted: isExhausted(limits) };
  }
}

function isExhausted({ rateLimit }: Pick<BatchAnswer, "rateLimit">): boolean {
  return rateLimit?.remaining === "0";
}

function readResults(
  operation: BulkOperation,
  batch: TakenBatch,
  { results, requestId }: BatchAnswer,
  keepResults: boolean,
): Sent {
  const expected = batch.items.length;
  if (!Array.isArray(results) || results.length !== expected) {
    const received = Array.isArray(results) ? `with ${results.length} results` : "without a list";
    const note = `a success ${received} for ${expected} receivers`;
    return { settlement: { to: "ran" }, end: { requestId, note }, meaning: "unknown" };
  }
  const outcomes = results.flatMap((result: unknown, index): ItemOutcome[] => {
    const verdict = readOne(operation, result);
    return verdict.state === "done" ? [] : [{ index, state: verdict.state, reason: verdict.reason }];
  });
  const kept = keepResults ? { results } : {};
  return { settlement: { to: "answered", outcomes, ...kept }, end: { requestId }, meaning: "good" };
}

/** Reads one result; one that cannot be read does not affect the others. */
function readOne(operation: BulkOperation, result: unknown): ItemVerdict {
  try {
    return operation.read(result);
  } catch (error) {
    return { state: "unknown", reason: `its result cannot be read: ${nameOf(error)}` };
  }
}

function afterFailure(failure: unknown, batch: TakenBatch, splitRefused: boolean): Sent {
  const verdict = judgeFailure(failure);
  const end: AttemptEnd = isNp6Error(failure)
    ? { status: failure.status, kind: failure.kind, requestId: failure.requestId, note: failure.message }
    : { note: `it threw ${nameOf(failure)}, which is not a failure of the client` };
  const alone = batch.items.length === 1;
  const refusedAlone = (): Sent => {
    const reason = `refused alone: ${end.status}`;
    const outcomes: ItemOutcome[] = [{ index: 0, state: "failed", reason }];
    return { settlement: { to: "answered", outcomes }, end, meaning: "refused-alone" };
  };
  switch (verdict.kind) {
    case "unknown":
      return { settlement: { to: "unknown" }, end, meaning: "unknown" };
    case "pause":
      return { settlement: { to: "planned" }, end, meaning: "pause" };
    case "wait": {
      const { retryAfterMs, limited } = verdict;
      return { settlement: { to: "planned" }, end, meaning: limited ? "held" : "not-sent", retryAfterMs };
    }
    case "too-large":
      if (alone) return refusedAlone();
      return {
        settlement: { to: "split", limit: Math.max(1, Math.floor(batch.items.length / 2)) },
        end,
        meaning: "too-large",
      };
    case "refused":
      if (alone) return refusedAlone();
      if (splitRefused) return { settlement: { to: "split" }, end, meaning: "refused" };
      return { settlement: { to: "unknown" }, end, meaning: "unknown" };
  }
}

/** Returns only the class name, because the message of a foreign error may contain personal data. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
