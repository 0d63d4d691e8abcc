import type { Failures } from "../failures/create-failures.ts";
import { checkOptions, checkValues, longestTimerMs } from "../options/check-options.ts";
import type { Fetch } from "../options/configuration.ts";
import type { CloseReport, OpenCalls } from "./open-calls.ts";

/** Options of `close`. */
export interface CloseOptions {
  /** Grace period in milliseconds: running calls may finish before they are aborted. Default: 10,000. */
  readonly graceMs?: number | undefined;
}

/** `[Symbol.asyncDispose]`, if the consumer's TypeScript declares it: `await using` closes the client. */
type AsyncDispose = SymbolConstructor extends { readonly asyncDispose: infer Key extends symbol }
  ? { readonly [Name in Key]: () => Promise<void> }
  : unknown;

/** The methods that close a client. */
export type CloseMethods = AsyncDispose & {
  /**
   * Closes the client, for example before a process exits. Queued calls end at once, with `attempts: 0`. Running calls
   * may finish within the grace period, and are then aborted. Later calls are refused. Connections that
   * `createUndiciFetch` opened itself are closed. A further call may shorten the grace period.
   * @returns the results of the calls that were open
   */
  readonly close: (options?: CloseOptions) => Promise<CloseReport>;
};

const defaultGraceMs = 10_000;

type ClosableFetch = Fetch & { readonly close?: () => unknown };

/** Number of open clients for each fetch that can be closed; several clients may share one. */
const users = new WeakMap<ClosableFetch, number>();

/** Makes the methods that close a client, and counts the client as a user of its fetch. */
export function createCloseMethods(
  calls: OpenCalls,
  fetch: ClosableFetch,
  failures: Pick<Failures, "outward">,
): CloseMethods {
  users.set(fetch, (users.get(fetch) ?? 0) + 1);
  let closing: Promise<CloseReport> | undefined;

  const end = async (ended: Promise<CloseReport>): Promise<CloseReport> => {
    const report = await ended;
    const otherUsers = (users.get(fetch) ?? 1) - 1;
    users.set(fetch, otherUsers);
    if (otherUsers === 0 && typeof fetch.close === "function") await fetch.close();
    return report;
  };
  const close = async (options: CloseOptions = {}): Promise<CloseReport> => {
    try {
      checkOptions(options, "close", ["graceMs"]);
      checkValues(options, { graceMs: [0, longestTimerMs] });
    } catch (refusal) {
      throw failures.outward(refusal);
    }
    const ended = calls.close(options.graceMs ?? defaultGraceMs);
    closing ??= end(ended);
    return closing;
  };
  // Node before 20.4, and older browsers, do not have this symbol.
  const { asyncDispose } = Symbol as { readonly asyncDispose?: symbol };
  const dispose = asyncDispose && { [asyncDispose]: () => close().then(() => undefined) };
  return { close, ...dispose } as CloseMethods;
}
