import { userInfo } from "node:os";
import { BulkError } from "../bulk-error.ts";
import type { Counts, Journal, OnBadBatch, PlannedItem } from "../journal/journal.ts";

/** What all plans say. */
interface PlanChoices {
  /** Two items for one receiver: `refuse` the plan (default), send to the `first` only, or `keep` both. */
  readonly duplicates?: "refuse" | "first" | "keep";
  /** What makes two items one receiver. Default: their `receiver`, or all of the item. */
  readonly keyOf?: (item: unknown) => string;
  /** A 400 on a batch makes it `unknown` (default). `split` says that you know: a refused batch ran for nobody. */
  readonly onBadBatch?: OnBadBatch;
  /**
   * Give each execution an `id`, UUID version 5 of the job and its number, the same in each attempt. Default false: whether the API
   * minds is unknown. It makes an execution easy to find.
   */
  readonly executionIds?: boolean;
}

/** A job for the NP6 API. */
export interface WorkflowPlan<Execution> extends PlanChoices {
  readonly workflowId: number;
  /** Read once, from the first to the last. */
  readonly executions: Iterable<Execution> | AsyncIterable<Execution>;
}

/** A job for any operation that takes an array. */
export interface OperationPlan extends PlanChoices {
  /** `name` of the operation. */
  readonly operation: string;
  /** What all batches share; it must be JSON. */
  readonly input: unknown;
  /** Read once. `row` is kept beside the item, for the report. */
  readonly rows: Iterable<PlannedItem> | AsyncIterable<PlannedItem>;
}

/**
 * Writes a job down: whole, or not at all. Nothing is sent.
 *
 * @returns how many receivers there are
 * @throws BulkError for duplicates that are refused, and for what cannot be planned
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

async function* mapped<Item, Made>(
  items: Iterable<Item> | AsyncIterable<Item>,
  make: (item: Item) => Made,
): AsyncGenerator<Made> {
  for await (const item of items) yield make(item);
}

function receiverOf(item: unknown): string {
  return canonical(((item ?? {}) as { readonly receiver?: unknown }).receiver ?? item);
}

/** JSON with the members of objects in one order; by hand, because it is made for each of millions. */
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
