import { failedItems, type Np6Client } from "@np6/api-client";

/** Options that a call of a batch gets; they are the client's own. */
export interface BatchCallOptions {
  /** Each attempt is a row of the journal, so the client makes one. */
  readonly retry: false;
  readonly attemptTimeoutMs: number;
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
}

/** What an item's result says. */
export type ItemVerdict =
  | { readonly state: "done" }
  | { readonly state: "failed" | "unknown"; readonly reason: string };

/** An answer with what its headers said. */
export interface BatchAnswer {
  /** One for each item, in their order. */
  readonly results: unknown;
  readonly requestId?: string | undefined;
  readonly rateLimit?: { readonly remaining: string | undefined } | undefined;
}

/** An operation of a client that takes an array and answers one result for each item, in their order. */
export interface BulkOperation {
  /** The operation's name; a journal that was planned for another one is refused. */
  readonly name: string;
  /**
   * Sends one batch.
   *
   * @param input what was planned for all batches, such as the workflow's id
   * @returns the results, alone or with what the headers said; failures are the client's, thrown
   */
  readonly send: (
    input: unknown,
    items: readonly unknown[],
    options: BatchCallOptions,
  ) => Promise<readonly unknown[] | BatchAnswer>;
  /** Reads one result. */
  readonly read: (result: unknown) => ItemVerdict;
}

/** The NP6 API's own: executes a workflow for many receivers. */
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
        // Not a failure that anybody knows, and no success either.
        return { state: "unknown", reason: `a result of the unknown type ${JSON.stringify(kind)}` };
      }
      return { state: "failed", reason: reasonOf(result) };
    },
  };
}

/** The API's word for why an item failed; nothing that speaks of the person. */
function reasonOf(result: unknown): string {
  const value = (result as { readonly value?: unknown }).value;
  const reason = (value as { readonly type?: unknown } | null | undefined)?.type;
  return typeof reason === "string" ? reason : "the API answered an error for this receiver";
}
