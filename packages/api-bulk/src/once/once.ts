import { BulkError } from "../bulk-error.ts";
import type { Journal } from "../journal/journal.ts";
import { judgeFailure } from "../protocol/judge-failure.ts";
import type { KeyRecord } from "./key-store.ts";

/** How a message is guarded. */
export interface OnceOptions {
  /** Go on although the journal was last used on another machine, before a reboot, or is a copy. */
  readonly takeover?: boolean | undefined;
}

/** What came of a key. */
export type OnceOutcome<Value> =
  /** The call was made now, and resolved. */
  | { readonly state: "done"; readonly isFirst: true; readonly value: Value }
  /** The call was made before, and resolved then. Nothing was sent now. */
  | { readonly state: "done"; readonly isFirst: false; readonly record: KeyRecord }
  /** Another call has the key, in a process that lives. Nothing was sent now; give the message back to the queue. */
  | { readonly state: "open"; readonly record: KeyRecord }
  /** It may have run: now (`failure` says why) or before (`record`). It is never sent again until somebody resolves the key. */
  | { readonly state: "unknown"; readonly failure: unknown }
  | { readonly state: "unknown"; readonly record: KeyRecord };

/**
 * Makes a call for a key at most once, for a consumer whose queue gives a message more than once. The journal is shared
 * by all processes of one machine. Two that race for a key are told apart by one transaction of SQLite; a process that
 * died, by the kernel.
 *
 * @param key what makes two messages one, such as the message's id; at most 1,000 characters
 * @param call one call of the client. Whatever it throws that is no failure of the client's makes the key `unknown`: check before it
 * @returns what came of it
 * @throws the client's failure when the call surely did not run: the key is free again
 * @throws BulkError when the journal cannot be used or written
 */
export async function once<Value>(
  journal: Pick<Journal, "keys">,
  key: string,
  call: () => Promise<Value>,
  options: OnceOptions = {},
): Promise<OnceOutcome<Value>> {
  if (typeof key !== "string" || key === "" || key.length > 1000) {
    throw new BulkError(
      "The key of `once` must be a text of 1 to 1,000 characters, such as the message's id.",
    );
  }
  const taken = await journal.keys.take(key, options);
  if (!taken.isMine) {
    const { isMine: _, ...record } = taken;
    switch (record.state) {
      case "done":
        return { state: "done", isFirst: false, record };
      case "open":
        return { state: "open", record };
      case "unknown":
        return { state: "unknown", record };
    }
  }
  let value: Value;
  try {
    value = await call();
  } catch (failure) {
    const mayHaveRun = judgeFailure(failure).kind === "unknown";
    const name = failure instanceof Error ? failure.name : typeof failure;
    await journal.keys.settle(taken.hash, mayHaveRun ? "unknown" : "free", mayHaveRun ? name : undefined);
    if (mayHaveRun) return { state: "unknown", failure };
    throw failure;
  }
  await journal.keys.settle(taken.hash, "done");
  return { state: "done", isFirst: true, value };
}
