import type { SchemaProblem } from "../validation/validation.ts";

/** What went wrong, in one word; every failure of a client has one. */
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
 * What the receiver of a failure should do: a queue consumer can switch on it.
 *
 * - `retry`: the call did not run, or a repeat is harmless; it may work later, after `retryAfterMs` when that is there
 * - `fix-request`: this input will never work
 * - `fix-setup`: key, address, permission or code are wrong, for every call: stop, and tell somebody
 * - `check`: the call may have run: look before it is sent again
 */
export type NextStep = "retry" | "fix-request" | "fix-setup" | "check";

/** What the server says of the account's rate limit, as it was sent; what `reset` counts is the API's to say. */
export interface RateLimit {
  readonly limit: string | undefined;
  readonly remaining: string | undefined;
  readonly reset: string | undefined;
}

/** What is known of the call when it fails. */
export interface FailureContext {
  readonly operationId?: string | undefined;
  readonly method?: string | undefined;
  /** Path template of the spec, never the filled-in path. */
  readonly path?: string | undefined;
  /** How often the request was sent. Default: once, and not at all where the client itself refuses. */
  readonly attempts?: number | undefined;
  readonly elapsedMs?: number | undefined;
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly rateLimit?: RateLimit | undefined;
  readonly retryAfterMs?: number | undefined;
  /** Default: what it is when the request was sent once. A call without a method counts as one that is not harmless to repeat. */
  readonly outcomeUnknown?: boolean | undefined;
  /** Default: what follows from the rest. */
  readonly next?: NextStep | undefined;
  readonly callId?: string | undefined;
  /** What the caller gave the call as its `context`. */
  readonly context?: unknown;
}

/** What a class knows of its failures. */
export interface ClassFacts {
  readonly kind: FailureKind;
  /** Whether a call that was sent once and failed like this may have run. Left out: it was not sent. */
  readonly mayHaveRun?: boolean | undefined;
  readonly brokenOff?: boolean | undefined;
  /** Why no answer came: codes and messages. */
  readonly reason?: string | undefined;
}

/** What every failure of a client has. The API key is in none of its fields. */
export interface ApiError extends Error {
  readonly kind: FailureKind;
  /** operationId of the spec; absent when the client itself could not be made. */
  readonly operationId: string | undefined;
  readonly method: string | undefined;
  /** Path template of the spec, such as `/things/{id}`; never the filled-in path. */
  readonly path: string | undefined;
  /** The id that the call has in every event; absent when it was refused before it began. */
  readonly callId: string | undefined;
  /** What the call was given as its `context`. Not enumerable, and not in `toJSON`. */
  readonly context: unknown;
  /** How often the request was sent; 0 when it was refused before sending. */
  readonly attempts: number;
  /** Milliseconds from the call to the failure; 0 when it was refused before sending. */
  readonly elapsedMs: number;
  /** HTTP status, once the answer's headers arrived. */
  readonly status: number | undefined;
  /** Request id of the answer: what the API's support traces a call by. */
  readonly requestId: string | undefined;
  /** The answer's rate-limit headers, as sent. */
  readonly rateLimit: RateLimit | undefined;
  /** How long the server asked to wait, in milliseconds, when it said so in a way that can be read. */
  readonly retryAfterMs: number | undefined;
  /** True when a call that is not harmless to repeat may have run: check before sending it again. */
  readonly outcomeUnknown: boolean;
  /** What to do about it. */
  readonly next: NextStep;
  /** What may go into a log or a queue: no part of a body, no cause, no key. The client's guard knows it again. */
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
  /** The parsed body when it came in a media type that the spec declares for this status; else undefined. Not enumerable. */
  readonly body: Body | undefined;
  /** The first 512 characters of the body as it came, with the key removed; empty when there was none. */
  readonly bodyExcerpt: string;
}

/** The server answered with a redirect. It was not followed: the API key would have gone along. */
export interface RedirectError extends ApiError {
  readonly name: "RedirectError";
  readonly kind: "redirect";
}

/**
 * A success status came with something that the spec does not declare, or that could not be read. The message says
 * what was expected and what came; the body is only in `bodyExcerpt`, because it may speak of persons.
 */
export interface UnexpectedResponseError extends ApiError {
  readonly name: "UnexpectedResponseError";
  readonly kind: "unexpected-response";
  readonly status: number;
  /** The first 512 characters of the body as it came, with the key removed; empty when there was none. */
  readonly bodyExcerpt: string;
  /** Whether the answer broke off before its end; `cause` is what the platform said then. */
  readonly brokenOff: boolean;
  /** The rules of the spec that the body breaks: its kind (object, array …), and all when the client validates responses; at most 20. */
  readonly problems: readonly SchemaProblem[];
}

/** The limits that can run out. */
export type TimeoutName = "attemptTimeoutMs" | "deadlineMs" | "queueTimeoutMs";

/**
 * A limit of the client's own ran out: `attemptTimeoutMs` for one attempt, `deadlineMs` for the call from its place on, or
 * `queueTimeoutMs` while it waited in line and nothing was sent.
 */
export interface TimeoutError extends ApiError {
  readonly name: "TimeoutError";
  readonly kind: "timeout";
  /** Which limit it was. */
  readonly limit: TimeoutName;
}

/** The caller's `signal` aborted the call, or the client was closed. */
export interface AbortedError extends ApiError {
  readonly name: "AbortedError";
  readonly kind: "aborted";
}

/** No answer came: the connection was refused, reset or never made. `cause` is what the fetch said. */
export interface ConnectionError extends ApiError {
  readonly name: "ConnectionError";
  readonly kind: "connection";
  /** Whether it is certain that no request left: refused, no such host, or nobody answered the connect. */
  readonly neverSent: boolean;
}

/**
 * The `apiKey` function failed, so this attempt was not sent. `cause` is what it threw, without whatever looks like a key: the
 * vault may be down, and be back for the next call.
 */
export interface KeyUnavailableError extends ApiError {
  readonly name: "KeyUnavailableError";
  readonly kind: "key-unavailable";
}

/** The client or a call was given something it must refuse; nothing was sent. */
export interface ConfigurationError extends ApiError {
  readonly name: "ConfigurationError";
  readonly kind: "configuration";
  /** The rules of the spec that the body breaks, when the client validates requests; at most 20. Else empty. */
  readonly problems: readonly SchemaProblem[];
}

/**
 * A failure that has an answer: what `error` of a call by method and path can be.
 * @typeParam Body - the bodies that the spec declares for the operation's refusals
 */
export type AnsweredFailure<Body = unknown> = HttpError<Body> | RedirectError | UnexpectedResponseError;

/** How a call ends to which no answer came; an HttpError for one that the rate gate did not let through. */
export type UnansweredFailure = AbortedError | ConnectionError | HttpError | TimeoutError;

/** Every failure that a client throws or returns; switch on `kind`, or on `next`. */
export type Failure<Body = unknown> =
  | AnsweredFailure<Body>
  | TimeoutError
  | AbortedError
  | ConnectionError
  | KeyUnavailableError
  | ConfigurationError;
