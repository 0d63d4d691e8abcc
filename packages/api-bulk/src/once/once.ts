import { BulkError } from "../bulk-error.ts";
import type { Journal } from "../journal/journal.ts";
import { judgeFailure } from "../protocol/judge-failure.ts";
import type { KeyRecord } from "./key-store.ts";

/** Options of `once`. */
export interface OnceOptions {
  /** Continue although the journal was last used on another machine or before a reboot, or is a copy. */
  readonly takeover?: boolean | undefined;
}

/** Outcome of a key. */
export type OnceOutcome<Value> =
  /** The call was made now, and resolved. */
  | { readonly state: "done"; readonly isFirst: true; readonly value: Value }
  /** The call was made before, and resolved then. Nothing was sent now. */
  | { readonly state: "done"; readonly isFirst: false; readonly record: KeyRecord }
  /** Another call of a live process has the key. Nothing was sent now; return the message to the queue. */
  | { readonly state: "open"; readonly record: KeyRecord }
  /** It may have run now (see `failure`) or before (see `record`). It is never sent again until the key is resolved. */
  | { readonly state: "unknown"; readonly failure: unknown }
  | { readonly state: "unknown"; readonly record: KeyRecord };

/**
 * Makes a call for a key at most once, for a consumer whose queue may deliver a message repeatedly. All processes of
 * one machine share the journal. A transaction of SQLite decides between two that take the same key. The kernel reports
 * processes that died.
 * @param key the identity of a message, such as its id; at most 1,000 characters
 * @param call one call of the client. An error that is not a failure of the client makes the key `unknown`, so validate
 *   before the call
 * @returns the outcome
 * @throws the client's failure when the call certainly did not run; the key is free again
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
      "The key of `once` must be a string of 1 to 1,000 characters, such as the message's id.",
    );
  }
  const claim = await journal.keys.take(key, options);
  if (!claim.isMine) {
    const { isMine: _, ...record } = claim;
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
    await journal.keys.settle(claim.hash, mayHaveRun ? "unknown" : "free", mayHaveRun ? name : undefined);
    if (mayHaveRun) return { state: "unknown", failure };
    throw failure;
  }
  await journal.keys.settle(claim.hash, "done");
  return { state: "done", isFirst: true, value };
}
