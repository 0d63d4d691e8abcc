import type { Fault } from "@np6/fault-server";

/** Moment of the caller's abort: before the call, at the first event of a hook, or after some time. */
export type AbortMoment =
  | { readonly at: "never" | "before" | "request" | "response" | "retry" }
  | { readonly at: "time"; readonly milliseconds: number };

/** One fuzzed call. It is plain data, so that a counterexample can be printed, pasted and kept. */
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
  /** The n-th fault answers the n-th request; the last one repeats. */
  readonly faults: readonly Fault[];
}
