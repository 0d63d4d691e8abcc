import { failedItems, type Np6Client } from "@np6/api-client";

/** Call options of a batch, as the client defines them. */
export interface BatchCallOptions {
  /** Each attempt is a row of the journal, so the client makes only one. */
  readonly retry: false;
  readonly attemptTimeoutMs: number;
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
}

/** Meaning of an item's result. */
export type ItemVerdict =
  | { readonly state: "done" }
  | { readonly state: "failed" | "unknown"; readonly reason: string };

/** Results with facts of the response headers. */
export interface BatchAnswer {
  /** One result per item, in order. */
  readonly results: unknown;
  readonly requestId?: string | undefined;
  readonly rateLimit?: { readonly remaining: string | undefined } | undefined;
}

/** An operation of a client that accepts an array and returns one result per item, in order. */
export interface BulkOperation {
  /** The operation's name; a journal that was planned for another operation is refused. */
  readonly name: string;
  /**
   * Sends one batch.
   *
   * @param input input that was planned for all batches, such as the workflow's id
   * @returns the results, alone or with facts of the headers; the client's failures are thrown
   */
  readonly send: (
    input: unknown,
    items: readonly unknown[],
    options: BatchCallOptions,
  ) => Promise<readonly unknown[] | BatchAnswer>;
  /** Interprets one result. */
  readonly read: (result: unknown) => ItemVerdict;
}

/** Makes the NP6 API's operation: it executes a workflow for many receivers. */
export function executeWorkflowBatch(np6: Pick<Np6Client, "POST">): BulkOperation {
  type Executions = NonNullable<Parameters<Np6Client["executeWorkflowBatch"]>[0]["body"]>;
  return {
    name: "executeWorkflowBatch",
    send: async (input, items, options) => {
      const { workflowId } = input as { readonly workflowId: number };
      const { data, error, requestId, rateLimit } = await np6.POST("/scripting/workflows/{id}/executions", {
        params: { path: { id: workflowId } },
        body: items as Executions,
        ...options,
      });
      if (error !== undefined) throw error;
      return { results: data, requestId, rateLimit };
    },
    read: (result) => {
      const kind = (result as { readonly type?: unknown } | null)?.type;
      if (kind === "success") return { state: "done" };
      if (kind === undefined || failedItems(result as { readonly type?: unknown }).length === 0) {
        // Neither a known failure nor a success.
        return { state: "unknown", reason: `a result of the unknown type ${JSON.stringify(kind)}` };
      }
      return { state: "failed", reason: reasonOf(result) };
    },
  };
}

/** Reads the API's reason for a failed item, without personal data. */
function reasonOf(result: unknown): string {
  const value = (result as { readonly value?: unknown }).value;
  const reason = (value as { readonly type?: unknown } | null | undefined)?.type;
  return typeof reason === "string" ? reason : "the API returned an error for this receiver";
}
