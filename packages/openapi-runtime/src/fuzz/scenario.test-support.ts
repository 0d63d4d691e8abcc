import type { Fault } from "@np6/fault-server";

/** When the caller aborts: before the call, when a hook is told for the first time, or after some time. */
export type AbortMoment =
  | { readonly at: "never" | "before" | "request" | "response" | "retry" }
  | { readonly at: "time"; readonly milliseconds: number };

/** One fuzzed call. Plain data, so that a counterexample can be printed, pasted and kept. */
export interface Scenario {
  readonly operationId: "listThings" | "createThing" | "runThing" | "deleteThing";
  /** Whether the call is made by operation (throws) or by method and path (returns most failures). */
  readonly face: "by-operation" | "by-path";
  readonly maxAttempts: number;
  readonly nonIdempotentOn503: boolean;
  readonly nonIdempotentWhenUnknown: boolean;
  readonly attemptTimeoutMs: number;
  readonly deadlineMs: number;
  readonly maxResponseBytes: number;
  readonly abort: AbortMoment;
  /** The n-th request is played the n-th; the last one repeats. */
  readonly faults: readonly Fault[];
}
