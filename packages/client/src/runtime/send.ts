import type { AbortedError } from "./aborted-error.ts";
import type { AnsweredFailure } from "./answered-failure.ts";
import type { NamedOperation } from "./api-description.ts";
import { attempt } from "./attempt.ts";
import { CallProgress } from "./call-progress.ts";
import type { CallSettings, RetrySettings } from "./call-settings.ts";
import type { ConnectionError } from "./connection-error.ts";
import { cutFailure } from "./cut-failure.ts";
import { type Hooks, notify } from "./hooks.ts";
import type { Np6Failure } from "./is-np6-error.ts";
import { hasNp6Marker } from "./np6-error.ts";
import type { RateLimit } from "./rate-limit.ts";
import { redactCause } from "./redact-cause.ts";
import { mayRepeat } from "./repeat-rule.ts";
import type { RequestHeaders } from "./request-headers.ts";
import { retryDelay } from "./retry-delay.ts";
import type { Sender } from "./sender.ts";
import { sleep } from "./sleep.ts";
import { TimeLimit } from "./time-limit.ts";
import type { TimeoutError } from "./timeout-error.ts";

/** A request that passed every check and only lacks its key. */
export interface PreparedRequest {
  readonly operation: NamedOperation;
  readonly url: string;
  readonly headers: RequestHeaders;
  readonly body: BodyInit | undefined;
  readonly signal: AbortSignal | undefined;
  /** The media type that the caller chose for the answer. */
  readonly accept: string | undefined;
}

/** What an answer's headers tell of the call. */
export interface AnswerHeaders {
  /** Status and headers; the body has been read. */
  readonly response: Response;
  /** `x-request-id`: what the vendor's support traces a call by. */
  readonly requestId: string | undefined;
  readonly rateLimit: RateLimit | undefined;
}

/** How a call that was sent ended: with data or a failure, and with the answer's headers unless none came. */
export type Outcome =
  | ({ readonly data: unknown; readonly error?: undefined } & AnswerHeaders)
  | ({ readonly data?: undefined; readonly error: AnsweredFailure } & AnswerHeaders)
  | { readonly data?: undefined; readonly error: UnansweredFailure; readonly response?: undefined };

/** How a call ends to which no answer came. */
export type UnansweredFailure = AbortedError | ConnectionError | TimeoutError;

/**
 * Sends a request, again where that is safe, and reads the answer: the only way of the client to the network.
 * @throws ConfigurationError when there is no usable key
 */
export async function send(
  request: PreparedRequest,
  sender: Sender,
  settings: CallSettings,
): Promise<Outcome> {
  const { operation, signal } = request;
  const { apiKey } = sender.configuration;
  const progress = new CallProgress(operation, typeof apiKey === "string" ? apiKey : "");
  const deadline = new TimeLimit("deadlineMs", settings.deadlineMs, signal);
  let leave: (() => void) | undefined;
  try {
    if (sender.places !== undefined) leave = await sender.places.enter(deadline.signal);
    for (;;) {
      const outcome = await attempt(request, sender, settings, deadline, progress);
      const delayMs = delayBeforeRepeat(outcome, sender, settings, deadline, progress);
      if (delayMs === undefined) return outcome;
      await sleep(delayMs, deadline.signal);
    }
  } catch (cause) {
    return { error: waitFailure(cause, sender, settings, deadline, progress) };
  } finally {
    leave?.();
    deadline.release();
  }
}

/**
 * The failure of a call that was cut short while it waited, for a place or for the next attempt.
 * @throws `cause` when it was not cut short
 */
function waitFailure(
  cause: unknown,
  sender: Sender,
  settings: CallSettings,
  deadline: TimeLimit,
  progress: CallProgress,
): UnansweredFailure {
  if (deadline.reason === undefined) {
    if (hasNp6Marker(cause)) tellFailure(cause as Np6Failure, sender.configuration.on.failure, progress);
    throw cause;
  }
  // The cause may look like ours: a caller can abort one call with the failure of another.
  const error = cutFailure(deadline, settings, progress, false, redactCause(cause, progress.key));
  tellFailure(error, sender.configuration.on.failure, progress);
  return error;
}

function tellFailure(error: Np6Failure, hook: Hooks["failure"], { attempts, names }: CallProgress): void {
  const { kind, status, requestId, elapsedMs, outcomeUnknown, next } = error;
  // What was never sent failed before its first attempt.
  const attempt = Math.max(attempts, 1);
  const event = { ...names, attempt, attempts, kind, status, requestId, elapsedMs, outcomeUnknown, next };
  notify(hook, event);
}

function tellRetry(
  { kind, status, requestId }: Np6Failure,
  delayMs: number,
  hook: Hooks["retry"],
  { attempts, names }: CallProgress,
): void {
  notify(hook, { ...names, attempt: attempts + 1, kind, status, requestId, delayMs });
}

/**
 * Decides what follows an attempt, and tells it.
 * @returns milliseconds until the next one, or undefined when the outcome is final
 */
function delayBeforeRepeat(
  { error }: Outcome,
  { budget, configuration: { on } }: Sender,
  { retry }: CallSettings,
  deadline: TimeLimit,
  progress: CallProgress,
): number | undefined {
  if (error === undefined) {
    budget.giveBack();
    return undefined;
  }
  const delayMs = delayAfter(error, retry, deadline, progress);
  if (delayMs === undefined || !budget.take()) {
    tellFailure(error, on.failure, progress);
    return undefined;
  }
  progress.mayHaveRun ||= error.outcomeUnknown;
  tellRetry(error, delayMs, on.retry, progress);
  return delayMs;
}

/** @returns milliseconds, or undefined when the failure is final */
function delayAfter(
  error: Np6Failure,
  retry: RetrySettings,
  deadline: TimeLimit,
  { attempts, operation }: CallProgress,
): number | undefined {
  if (attempts >= retry.maxAttempts || !mayRepeat(error, operation.idempotent, retry)) return undefined;
  const { retryAfterMs } = error;
  const { remainingMs } = deadline;
  return retryDelay({ attempts, retryAfterMs, remainingMs, random: Math.random() }, retry);
}
