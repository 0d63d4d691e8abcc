import type { Failures } from "../failures/create-failures.ts";
import { checkOptions, checkValues, longestTimerMs } from "../options/check-options.ts";
import type { Fetch } from "../options/configuration.ts";
import type { CloseReport, OpenCalls } from "./open-calls.ts";

/** How a client is closed. */
export interface CloseOptions {
  /** How long running calls may take to end by themselves, in milliseconds, before they are aborted. Default: 10,000. */
  readonly graceMs?: number | undefined;
}

/** `[Symbol.asyncDispose]`, where the consumer's TypeScript has it: `await using` closes the client. */
type AsyncDispose = SymbolConstructor extends { readonly asyncDispose: infer Key extends symbol }
  ? { readonly [Name in Key]: () => Promise<void> }
  : unknown;

/** The end of a client. */
export type CloseMethods = AsyncDispose & {
  /**
   * Brings the client to its end, as before a process exits. Calls in line end at once, with `attempts: 0`; running ones may end
   * by themselves within the grace and are then aborted. Calls that are made later are refused. Connections that
   * `createUndiciFetch` opened by itself are closed. May be called again, to shorten the grace.
   * @returns how the calls ended that were open
   */
  readonly close: (options?: CloseOptions) => Promise<CloseReport>;
};

const defaultGraceMs = 10_000;

type ClosableFetch = Fetch & { readonly close?: () => unknown };

/** How many clients that are not closed send by a fetch that can be closed; several may share it. */
const usersOf = new WeakMap<ClosableFetch, number>();

/** Makes the methods that close a client, which is one more user of its fetch. */
export function createCloseMethods(
  calls: OpenCalls,
  fetch: ClosableFetch,
  failures: Pick<Failures, "outward">,
): CloseMethods {
  usersOf.set(fetch, (usersOf.get(fetch) ?? 0) + 1);
  let closing: Promise<CloseReport> | undefined;

  const end = async (ended: Promise<CloseReport>): Promise<CloseReport> => {
    const report = await ended;
    const others = (usersOf.get(fetch) ?? 1) - 1;
    usersOf.set(fetch, others);
    if (others === 0 && typeof fetch.close === "function") await fetch.close();
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
  // Node before 20.4, and older browsers, have no such symbol.
  const { asyncDispose } = Symbol as { readonly asyncDispose?: symbol };
  const dispose = asyncDispose && { [asyncDispose]: () => close().then(() => undefined) };
  return { close, ...dispose } as CloseMethods;
}
