import type { SchemaProblem } from "../validation/validation.ts";

/** The kind of a failure; every failure of a client has one. */
export type FailureKind =
  | "http"
  | "rate-limited"
  | "redirect"
  | "timeout"
  | "aborted"
  | "connection"
  | "unexpected-response"
  | "key-unavailable"
  | "configuration";

/**
 * The next step for the receiver of a failure, such as a queue consumer.
 *
 * - `retry`: the call did not run, or a repeat is harmless. It may work later, after `retryAfterMs` when that is set
 * - `fix-request`: this input will never work
 * - `fix-setup`: key, address, permission or code are wrong for every call: stop, and alert a person
 * - `check`: the call may have run: find out before it is sent again
 */
export type NextStep = "retry" | "fix-request" | "fix-setup" | "check";

/** The account's rate limit, as the server sent it. The API defines the meaning of `reset`. */
export interface RateLimit {
  readonly limit: string | undefined;
  readonly remaining: string | undefined;
  readonly reset: string | undefined;
}

/** Facts about the call when it fails. */
export interface FailureContext {
  readonly operationId?: string | undefined;
  readonly method?: string | undefined;
  /** Path template of the spec, never the filled-in path. */
  readonly path?: string | undefined;
  /** Number of requests sent. Default: 1, or 0 when the client itself refuses the call. */
  readonly attempts?: number | undefined;
  readonly elapsedMs?: number | undefined;
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly rateLimit?: RateLimit | undefined;
  readonly retryAfterMs?: number | undefined;
  /** Default: the value for a request that was sent once. A call without a method counts as not idempotent. */
  readonly outcomeUnknown?: boolean | undefined;
  /** Default: computed from the other fields. */
  readonly next?: NextStep | undefined;
  readonly callId?: string | undefined;
  /** The `context` that the caller passed to the call. */
  readonly context?: unknown;
}

/** Facts that a failure class adds. */
export interface ClassFacts {
  readonly kind: FailureKind;
  /** Whether a call may have run that was sent once and failed like this. Undefined: it was not sent. */
  readonly mayHaveRun?: boolean | undefined;
  readonly brokenOff?: boolean | undefined;
  /** Codes and messages that explain why no response arrived. */
  readonly reason?: string | undefined;
}

/** Fields of every failure of a client. No field contains the API key. */
export interface ApiError extends Error {
  readonly kind: FailureKind;
  /** operationId of the spec; absent when the client itself could not be made. */
  readonly operationId: string | undefined;
  readonly method: string | undefined;
  /** Path template of the spec, such as `/things/{id}`; never the filled-in path. */
  readonly path: string | undefined;
  /** The id of the call in every event; absent when the call was refused before it began. */
  readonly callId: string | undefined;
  /** The `context` that was passed to the call. Not enumerable, and not in `toJSON`. */
  readonly context: unknown;
  /** Number of requests sent; 0 when the call was refused before sending. */
  readonly attempts: number;
  /** Milliseconds from the call to the failure; 0 when the call was refused before sending. */
  readonly elapsedMs: number;
  /** HTTP status, once the response headers arrived. */
  readonly status: number | undefined;
  /** Request id of the response, by which the API's support finds the call. */
  readonly requestId: string | undefined;
  /** The response's rate-limit headers, as sent. */
  readonly rateLimit: RateLimit | undefined;
  /** Milliseconds that the server asked to wait, when its header is valid. */
  readonly retryAfterMs: number | undefined;
  /** True when a call that is not idempotent may have run: check before sending it again. */
  readonly outcomeUnknown: boolean;
  /** The next step. */
  readonly next: NextStep;
  /** The fields for a log or a queue: no part of a body, no cause, no key. The client's guard recognises them. */
  toJSON(): Record<string, unknown>;
}

/**
 * The server refused the call: any status that is neither 2xx nor a redirect, with or without a body.
 * @typeParam Body - the bodies that the spec declares for the operation's refusals
 */
export interface HttpError<Body = unknown> extends ApiError {
  readonly name: "HttpError";
  readonly kind: "http" | "rate-limited";
  readonly status: number;
  /** The parsed body, when the spec declares its media type for this status; else undefined. Not enumerable. */
  readonly body: Body | undefined;
  /** The first 512 characters of the body as received, without the key; empty when there was none. */
  readonly bodyExcerpt: string;
}

/** The server answered with a redirect. It was not followed, because the API key would have been sent along. */
export interface RedirectError extends ApiError {
  readonly name: "RedirectError";
  readonly kind: "redirect";
}

/**
 * A success response has a body that the spec does not declare, or that could not be read. The message states both. The
 * body is only in `bodyExcerpt`, because it may contain personal data.
 */
export interface UnexpectedResponseError extends ApiError {
  readonly name: "UnexpectedResponseError";
  readonly kind: "unexpected-response";
  readonly status: number;
  /** The first 512 characters of the body as received, without the key; empty when there was none. */
  readonly bodyExcerpt: string;
  /** Whether the response broke off before its end; `cause` is the platform's error. */
  readonly brokenOff: boolean;
  /** Broken rules of the spec, at most 20: the body's JSON type, and all rules when the client validates responses. */
  readonly problems: readonly SchemaProblem[];
}

/** The time limits of a call. */
export type TimeoutName = "attemptTimeoutMs" | "deadlineMs" | "queueTimeoutMs";

/**
 * A time limit of the client ended: `attemptTimeoutMs` for one attempt, `deadlineMs` for the call once it has a slot,
 * or `queueTimeoutMs` in the queue, where nothing was sent.
 */
export interface TimeoutError extends ApiError {
  readonly name: "TimeoutError";
  readonly kind: "timeout";
  /** The limit that ended. */
  readonly limit: TimeoutName;
}

/** The caller's `signal` aborted the call, or the client was closed. */
export interface AbortedError extends ApiError {
  readonly name: "AbortedError";
  readonly kind: "aborted";
}

/** No response arrived: the connection was refused, reset or never made. `cause` is the error of fetch. */
export interface ConnectionError extends ApiError {
  readonly name: "ConnectionError";
  readonly kind: "connection";
  /** Whether it is certain that no request left: connection refused, unknown host, or no reply to the connect. */
  readonly neverSent: boolean;
}

/**
 * The `apiKey` function failed, so this attempt was not sent. `cause` is its error, with words removed that look like a
 * key. A vault that is down may be back for the next call.
 */
export interface KeyUnavailableError extends ApiError {
  readonly name: "KeyUnavailableError";
  readonly kind: "key-unavailable";
}

/** The client or a call got an invalid option or input; nothing was sent. */
export interface ConfigurationError extends ApiError {
  readonly name: "ConfigurationError";
  readonly kind: "configuration";
  /** The rules of the spec that the body breaks, at most 20, when the client validates requests. Else empty. */
  readonly problems: readonly SchemaProblem[];
}

/**
 * A failure with a response: the type of `error` in the result of a call by method and path.
 * @typeParam Body - the bodies that the spec declares for the operation's refusals
 */
export type AnsweredFailure<Body = unknown> = HttpError<Body> | RedirectError | UnexpectedResponseError;

/** Failures without a response. HttpError is for a call that the rate gate did not let through. */
export type UnansweredFailure = AbortedError | ConnectionError | HttpError | TimeoutError;

/** Every failure that a client throws or returns; switch on `kind`, or on `next`. */
export type Failure<Body = unknown> =
  | AnsweredFailure<Body>
  | TimeoutError
  | AbortedError
  | ConnectionError
  | KeyUnavailableError
  | ConfigurationError;
