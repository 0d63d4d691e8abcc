import type { FailureKind, NextStep, RateLimit, TimeoutName } from "../failures/failure.ts";

/** Which operation an event is about; never a URL, a header, a body or the key. */
export interface OperationEvent {
  readonly operationId: string;
  readonly method: string;
  /** Path template of the spec. */
  readonly path: string;
}

/** Which call an event or a failure is about. */
export interface CallNames extends OperationEvent {
  /** Tells the calls of a process apart; the same in every event of a call and in its failure. */
  readonly callId: string;
  /** What the call was given as its `context`, as it is. */
  readonly context: unknown;
}

/** What every event of a call says. */
export interface CallEvent extends CallNames {
  /** Which sending of the request this is about, from 1. */
  readonly attempt: number;
}

/** The headers of an answer came. */
export interface ResponseEvent extends CallEvent {
  readonly status: number;
  readonly requestId: string | undefined;
  readonly rateLimit: RateLimit | undefined;
  /** Milliseconds since the call began. */
  readonly elapsedMs: number;
}

/** The request will be sent again. */
export interface RetryEvent extends CallEvent {
  /** Why: the failure of the attempt that just ended. */
  readonly kind: FailureKind;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  /** Milliseconds until then. */
  readonly delayMs: number;
}

/** The call failed for good. */
export interface FailureEvent extends CallEvent {
  readonly kind: FailureKind;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly elapsedMs: number;
  readonly outcomeUnknown: boolean;
  /** How often the request was sent; 0 when it was not. */
  readonly attempts: number;
  /** What to do about it. */
  readonly next: NextStep;
  /** Of a connection that failed: the platform's code, such as `ECONNRESET`. */
  readonly code: string | undefined;
  /** Of a timeout: the limit that ran out. */
  readonly limit: TimeoutName | undefined;
  /** Of a connection that failed: whether it is certain that no request left. */
  readonly neverSent: boolean | undefined;
}

/** The call has ended, with a success or a failure. Every call that was not refused at once has exactly one. */
export interface EndEvent extends CallNames {
  /** The failure's kind; `undefined` for a success. */
  readonly kind: FailureKind | undefined;
  /** Of the last answer, if one came. */
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly outcomeUnknown: boolean;
  /** How often the request was sent. */
  readonly attempts: number;
  /** Milliseconds from the call to its end: time in line, all attempts, the waits between them, and the body. */
  readonly elapsedMs: number;
  /** Milliseconds of these in line, before the first attempt could begin. */
  readonly queuedMs: number;
  /** Bytes of the last answer's body, after decompression, as far as it was read. */
  readonly bodyBytes: number;
}

/** Something deprecated is used. */
export interface DeprecationEvent extends OperationEvent {
  /** The parameter or property that the call gave, such as `query.page` or `body.lines[].note`; `undefined` for the operation itself. */
  readonly input: string | undefined;
  /** The date on which it goes, as the spec writes it; `undefined` when the spec names none. */
  readonly sunset: string | undefined;
}

/** Functions that watch a client's calls. What they return or throw changes nothing. */
export interface Hooks {
  /** A request is about to be sent. */
  readonly request?: ((event: CallEvent) => unknown) | undefined;
  readonly response?: ((event: ResponseEvent) => unknown) | undefined;
  readonly retry?: ((event: RetryEvent) => unknown) | undefined;
  readonly failure?: ((event: FailureEvent) => unknown) | undefined;
  readonly end?: ((event: EndEvent) => unknown) | undefined;
  /** What the spec marks as deprecated is used: an operation is called, or a parameter or property is given. Once for each, per operation and client. */
  readonly deprecated?: ((event: DeprecationEvent) => unknown) | undefined;
}

/** Tells a hook. A hook that throws, or whose promise rejects, must not turn a mail that was sent into a failure. */
export function notify<Event>(hook: ((event: Event) => unknown) | undefined, event: Event): void {
  if (hook === undefined) return;
  try {
    const result = hook(Object.freeze(event));
    // Most give nothing back, and then there is nothing that could reject.
    if (result !== undefined) Promise.resolve(result).catch(() => undefined);
  } catch {
    // The same for one that throws at once.
  }
}
