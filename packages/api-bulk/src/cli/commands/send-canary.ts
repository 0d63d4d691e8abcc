import { BulkError } from "../../bulk-error.ts";
import type { Journal } from "../../journal/journal.ts";
import { once } from "../../once/once.ts";
import type { BulkOperation } from "../../protocol/bulk-operation.ts";
import { ask } from "../confirm.ts";
import type { Terminal } from "../terminal.ts";

/** A canary: one execution for the operator, before the job begins. */
export interface Canary {
  readonly journal: Journal;
  readonly operation: BulkOperation;
  /** The operator's own receiver value, of the type of the job's first receiver. */
  readonly receiver: string;
  readonly takeover: boolean;
  readonly terminal: Terminal;
}

const timeLimitMs = 60_000;

/**
 * Sends the first receiver's execution to the operator, at most once per job, and asks whether it looks right.
 *
 * @returns whether the operator confirms
 * @throws BulkError when there is no interactive terminal, or the API refuses; no other receiver was sent to
 */
export async function sendCanary(canary: Canary): Promise<boolean> {
  const { journal, operation, receiver, takeover, terminal } = canary;
  if (!terminal.isInteractive) {
    throw new BulkError("--canary-receiver asks for a confirmation, and there is no terminal. Leave it out.");
  }
  const job = await journal.job();
  const item = { ...(await firstItem(journal)) };
  const old = item.receiver as { readonly type?: unknown } | undefined;
  const items = [{ ...item, receiver: { ...old, value: receiver } }];
  const signal = new AbortController().signal;
  const options = { retry: false, attemptTimeoutMs: timeLimitMs, deadlineMs: timeLimitMs, signal } as const;
  const send = () => operation.send(job?.input, items, options);
  // The key contains the receiver, so that a wrong one can be corrected.
  const outcome = await once(journal, `canary ${job?.id} ${receiver}`, send, { takeover });
  if (outcome.state === "open") throw new BulkError("Another process is sending the canary. Wait for it.");
  if (outcome.state === "done" && outcome.isFirst) {
    const answer = outcome.value;
    const results: unknown = "results" in answer ? answer.results : answer;
    const verdict = Array.isArray(results) && results.length === 1 ? operation.read(results[0]) : undefined;
    if (verdict?.state !== "done") {
      throw new BulkError(
        `The API refused the canary: ${verdict?.reason ?? "its results do not match the receiver"}. Nothing else was sent.`,
      );
    }
  }
  const status =
    outcome.state === "unknown"
      ? "The canary may have been sent: its result is unknown."
      : outcome.isFirst
        ? "The canary was sent."
        : "The canary was already sent, and is not sent again.";
  const answer = await ask(
    `${status} Check the message. Type yes to send to all other receivers: `,
    terminal,
  );
  if (answer?.toLowerCase() === "yes") return true;
  terminal.printMessage("Nothing else was sent.\n");
  return false;
}

async function firstItem(journal: Journal): Promise<Readonly<Record<string, unknown>>> {
  for await (const { item } of journal.items({ state: "pending" })) {
    return (item ?? {}) as Readonly<Record<string, unknown>>;
  }
  throw new BulkError("No receiver is pending, so there is no message to try.");
}
