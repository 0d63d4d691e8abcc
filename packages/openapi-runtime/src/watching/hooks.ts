import type { FailureKind, NextStep, RateLimit, TimeoutName } from "../failures/failure.ts";

/** The operation of an event. Events never contain a URL, a header, a body or the key. */
export interface OperationEvent {
  readonly operationId: string;
  readonly method: string;
  /** Path template of the spec. */
  readonly path: string;
}

/** The call of an event or a failure. */
export interface CallNames extends OperationEvent {
  /** Identifies the call in its process; the same in every event of a call and in its failure. */
  readonly callId: string;
  /** The `context` that was passed to the call, unchanged. */
  readonly context: unknown;
}

/** Fields of every event about a call. */
export interface CallEvent extends CallNames {
  /** Number of the attempt, from 1. */
  readonly attempt: number;
}

/** Event: the headers of a response arrived. */
export interface ResponseEvent extends CallEvent {
  readonly status: number;
  readonly requestId: string | undefined;
  readonly rateLimit: RateLimit | undefined;
  /** Milliseconds since the call began. */
  readonly elapsedMs: number;
}

/** Event: the request will be sent again. */
export interface RetryEvent extends CallEvent {
  /** Kind of the failure that ended the last attempt. */
  readonly kind: FailureKind;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  /** Milliseconds until the next attempt. */
  readonly delayMs: number;
}

/** Event: the call failed for good. */
export interface FailureEvent extends CallEvent {
  readonly kind: FailureKind;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly elapsedMs: number;
  readonly outcomeUnknown: boolean;
  /** Number of requests sent; 0 when none was sent. */
  readonly attempts: number;
  /** The next step. */
  readonly next: NextStep;
  /** For a failed connection: the platform's code, such as `ECONNRESET`. */
  readonly code: string | undefined;
  /** For a timeout: the limit that ended. */
  readonly limit: TimeoutName | undefined;
  /** For a failed connection: whether it is certain that no request left. */
  readonly neverSent: boolean | undefined;
}

/** Event: the call has ended, with a success or a failure. Each call has exactly one, unless it was refused at once. */
export interface EndEvent extends CallNames {
  /** The failure's kind; `undefined` for a success. */
  readonly kind: FailureKind | undefined;
  /** Status of the last response, if one arrived. */
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly outcomeUnknown: boolean;
  /** Number of requests sent. */
  readonly attempts: number;
  /** Milliseconds from the call to its end: queue, all attempts, the waits between them, and the body. */
  readonly elapsedMs: number;
  /** Milliseconds in the queue, before the first attempt could begin. */
  readonly queuedMs: number;
  /** Bytes of the last response body, after decompression, as far as it was read. */
  readonly bodyBytes: number;
}

/** Event: a call used deprecated input, or a deprecated operation. */
export interface DeprecationEvent extends OperationEvent {
  /** Name of the parameter or property, such as `query.page` or `body.lines[].note`; `undefined` for the operation. */
  readonly input: string | undefined;
  /** Sunset date, as written in the spec; `undefined` when the spec has none. */
  readonly sunset: string | undefined;
}

/** Functions that watch a client's calls. Their results and errors change nothing. */
export interface Hooks {
  /** Called before a request is sent. */
  readonly request?: ((event: CallEvent) => unknown) | undefined;
  readonly response?: ((event: ResponseEvent) => unknown) | undefined;
  readonly retry?: ((event: RetryEvent) => unknown) | undefined;
  readonly failure?: ((event: FailureEvent) => unknown) | undefined;
  readonly end?: ((event: EndEvent) => unknown) | undefined;
  /** Called once per client for each deprecated operation that is called, and each deprecated input that is passed. */
  readonly deprecated?: ((event: DeprecationEvent) => unknown) | undefined;
}

/** Calls a hook. A hook that throws or rejects must not turn a call that sent a mail into a failure. */
export function notify<Event>(hook: ((event: Event) => unknown) | undefined, event: Event): void {
  if (hook === undefined) return;
  try {
    const result = hook(Object.freeze(event));
    // Most hooks return nothing, so there is no promise that could reject.
    if (result !== undefined) Promise.resolve(result).catch(() => undefined);
  } catch {
    // An error of the hook is ignored, like a rejection.
  }
}
