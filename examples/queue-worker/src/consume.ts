import { type Journal, once } from "@np6/api-bulk";
import { failedItems, isNp6Error, type Np6Client } from "@np6/api-client";

/** A message of the queue. Its id is the same in each delivery. */
export interface Message {
  readonly id: string;
  readonly workflow: number;
  readonly receiver: string;
}

/** The decision on a message. Only `later` leads to another delivery, and only `stop` ends the worker. */
export type Verdict =
  | { readonly action: "done" }
  | { readonly action: "later"; readonly inMs: number }
  /** The message can never succeed: its producer has to be corrected. */
  | { readonly action: "set aside"; readonly reason: string }
  /** The execution may have run: somebody has to check before it is repeated. */
  | { readonly action: "park"; readonly reason: string }
  /** Key, address or permission are wrong, for every message. This message stays in the queue. */
  | { readonly action: "stop"; readonly reason: string };

/** Executes a workflow for a message at most once, however often the queue delivers it. */
export async function consume(
  journal: Pick<Journal, "keys">,
  np6: Pick<Np6Client, "executeWorkflow">,
  { id, workflow, receiver }: Message,
): Promise<Verdict> {
  try {
    const outcome = await once(journal, id, () =>
      np6.executeWorkflow({ path: { id: workflow }, body: { receiver: { type: "id", value: receiver } } }),
    );
    switch (outcome.state) {
      case "done":
        // A successful response can contain failed items.
        if (outcome.isFirst && failedItems(outcome.value).length > 0)
          return { action: "set aside", reason: "the API refused this receiver" };
        return { action: "done" };
      case "open":
        return { action: "later", inMs: 5_000 };
      case "unknown":
        return {
          action: "park",
          reason: "failure" in outcome ? String(outcome.failure) : "it may have run before",
        };
    }
  } catch (error) {
    // Failures that `once` throws certainly did not run; it has released the key.
    if (!isNp6Error(error)) throw error;
    switch (error.next) {
      case "retry":
        return { action: "later", inMs: error.retryAfterMs ?? 30_000 };
      case "fix-request":
        return { action: "set aside", reason: error.message };
      case "fix-setup":
        return { action: "stop", reason: error.message };
      case "check":
        return { action: "park", reason: error.message };
    }
  }
}
