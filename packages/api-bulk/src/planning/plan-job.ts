import { userInfo } from "node:os";
import { BulkError } from "../bulk-error.ts";
import type { Counts, Journal, OnBadBatch, PlannedItem } from "../journal/journal.ts";

/** Options of all plans. */
interface PlanChoices {
  /** Two items for one receiver: `refuse` the plan (default), send only to the `first`, or `keep` both. */
  readonly duplicates?: "refuse" | "first" | "keep";
  /** Returns the key by which duplicates are found. Default: the item's `receiver`, or the whole item. */
  readonly keyOf?: (item: unknown) => string;
  /** A 400 makes a batch `unknown` (default). Set `split` if you are sure that a refused batch executed no receiver. */
  readonly onBadBatch?: OnBadBatch;
  /**
   * Give each execution an `id`: UUID version 5 of the job and its number, the same in each attempt. It makes an
   * execution easy to find. Default: false, because it is unknown whether the API accepts it.
   */
  readonly executionIds?: boolean;
}

/** A job for the NP6 API. */
export interface WorkflowPlan<Execution> extends PlanChoices {
  readonly workflowId: number;
  /** Read once, from the first to the last. */
  readonly executions: Iterable<Execution> | AsyncIterable<Execution>;
}

/** A job for any operation that accepts an array. */
export interface OperationPlan extends PlanChoices {
  /** `name` of the operation. */
  readonly operation: string;
  /** Input that all batches share; it must be JSON. */
  readonly input: unknown;
  /** Read once. `row` is stored with the item, for the report. */
  readonly rows: Iterable<PlannedItem> | AsyncIterable<PlannedItem>;
}

/**
 * Records a job completely, or not at all. Nothing is sent.
 *
 * @returns the counts of receivers
 * @throws BulkError for refused duplicates, and for items that cannot be planned
 */
export async function planJob<Execution>(
  journal: Journal,
  plan: WorkflowPlan<Execution> | OperationPlan,
): Promise<Counts> {
  const { duplicates = "refuse", onBadBatch = "unknown", keyOf = receiverOf, executionIds = false } = plan;
  const common = { duplicates, onBadBatch, executionIds, keyOf, createdBy: userName() };
  if ("operation" in plan) {
    return journal.plan({ ...common, operation: plan.operation, input: plan.input, items: plan.rows });
  }
  const { workflowId } = plan;
  if (!Number.isInteger(workflowId) || workflowId < -(2 ** 31) || workflowId >= 2 ** 31) {
    throw new BulkError(`workflowId must be a whole number of 32 bits, and is ${String(workflowId)}.`);
  }
  const items = mapped(plan.executions, (item): PlannedItem => ({ item }));
  return journal.plan({ ...common, operation: "executeWorkflowBatch", input: { workflowId }, items });
}

async function* mapped<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  make: (item: Item) => Result,
): AsyncGenerator<Result> {
  for await (const item of items) yield make(item);
}

function receiverOf(item: unknown): string {
  return canonical(((item ?? {}) as { readonly receiver?: unknown }).receiver ?? item);
}

/** Writes JSON with sorted members. It is hand-written, because it runs for each of millions of items. */
function canonical(value: unknown): string {
  if (typeof value !== "object" || value === null || "toJSON" in value) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  let text = "";
  for (const name of Object.keys(value).sort()) {
    const member = (value as Readonly<Record<string, unknown>>)[name];
    if (member !== undefined) text += `${text === "" ? "" : ","}${JSON.stringify(name)}:${canonical(member)}`;
  }
  return `{${text}}`;
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return "unknown";
  }
}
