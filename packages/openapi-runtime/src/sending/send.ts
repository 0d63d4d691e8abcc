import { AbortedError } from "../failures/aborted-error.ts";
import type { AnsweredFailure } from "../failures/answered-failure.ts";
import type { ConnectionError } from "../failures/connection-error.ts";
import { HttpError } from "../failures/http-error.ts";
import type { Np6Failure } from "../failures/is-np6-error.ts";
import { hasNp6Marker } from "../failures/np6-error.ts";
import type { RateLimit } from "../failures/rate-limit.ts";
import { redactCause } from "../failures/redact-cause.ts";
import type { TimeoutError } from "../failures/timeout-error.ts";
import { GateClosed } from "../limits/gate-closed.ts";
import { sleep } from "../limits/sleep.ts";
import { TimeLimit } from "../limits/time-limit.ts";
import type { CallSettings } from "../options/call-settings.ts";
import type { RequestHeaders } from "../request/request-headers.ts";
import type { NamedOperation } from "../table/api-description.ts";
import { type Hooks, notify } from "../watching/hooks.ts";
import { attempt } from "./attempt.ts";
import { CallProgress } from "./call-progress.ts";
import { cutFailure } from "./cut-failure.ts";
import { mayRepeat } from "./repeat-rule.ts";
import { longestRetryAfterMs, retryDelay } from "./retry-delay.ts";
import type { Sender } from "./sender.ts";

/** A request that passed every check and only lacks its key. */
export interface PreparedRequest {
  readonly operation: NamedOperation;
  readonly url: string;
  readonly headers: RequestHeaders;
  readonly body: BodyInit | undefined;
  readonly signal: AbortSignal | undefined;
  /** The media types that the call asks a success in. */
  readonly accepted: readonly string[];
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

/** How a call ends to which no answer came; an HttpError for one that the gate did not let through. */
export type UnansweredFailure = AbortedError | ConnectionError | HttpError | TimeoutError;

/**
 * Sends a request, again where that is safe, and reads the answer: the only way of the client to the network.
 * @throws ConfigurationError when there is no usable key
 */
export async function send(
  request: PreparedRequest,
  sender: Sender,
  settings: CallSettings,
): Promise<Outcome> {
  const { apiKey } = sender.configuration;
  const progress = new CallProgress(request.operation, typeof apiKey === "string" ? apiKey : "");
  if (sender.calls.isClosed) return { error: refuseClosed(sender, progress) };
  const waiting = enter(request, sender, settings, progress);
  const failure = waiting === undefined ? undefined : await waiting;
  if (failure !== undefined) return { error: failure };
  return sendWithinDeadline(request, sender, settings, progress);
}

/** A call was made after the client was closed. */
function refuseClosed({ configuration: { on } }: Sender, progress: CallProgress): UnansweredFailure {
  const error = new AbortedError(progress.context, undefined, "the client is closed: make a new one");
  tellFailure(error, on.failure, progress);
  return error;
}

/**
 * Takes a place, and goes through the gate.
 * @returns undefined when nobody has to wait; else why the wait was in vain, if it was
 */
function enter(
  request: PreparedRequest,
  sender: Sender,
  settings: CallSettings,
  progress: CallProgress,
): Promise<UnansweredFailure | undefined> | undefined {
  const { places, gate } = sender;
  const hasPlace = places === undefined || places.tryEnter();
  try {
    if (hasPlace && (!settings.repeats || passes(gate, progress))) return undefined;
  } catch (cause) {
    places?.leave();
    return Promise.resolve(gateFailure(cause, sender, progress));
  }
  return waitInLine(request, sender, settings, hasPlace, progress);
}

function passes(gate: Sender["gate"], progress: CallProgress): boolean {
  progress.ticket = gate.tryPass();
  return progress.ticket > 0;
}

/** Waits for a place and at the gate, before anything of the call is sent. @returns why it was in vain, if it was */
async function waitInLine(
  { signal }: PreparedRequest,
  sender: Sender,
  settings: CallSettings,
  hasPlace: boolean,
  progress: CallProgress,
): Promise<UnansweredFailure | undefined> {
  const { places, calls } = sender;
  const limit = new TimeLimit("queueTimeoutMs", settings.queueTimeoutMs, signal);
  calls.queue(limit);
  let mustLeave = hasPlace;
  try {
    if (!hasPlace && places !== undefined) {
      progress.waitsFor = "a place under `maxConcurrency`";
      await places.wait(limit);
      mustLeave = true;
    }
    if (settings.repeats) await passGate(sender, limit, progress);
    return undefined;
  } catch (cause) {
    if (mustLeave) places?.leave();
    const error = waitFailure(cause, limit, sender, settings, progress);
    calls.count(error, limit.reason === "closed");
    return error;
  } finally {
    progress.waitsFor = undefined;
    limit.release();
    calls.unqueue(limit);
  }
}

/** Goes through the gate, when it lets us. @throws what ended the limit, or GateClosed */
async function passGate({ gate }: Sender, limit: TimeLimit, progress: CallProgress): Promise<void> {
  if (progress.ticket > 0 || passes(gate, progress)) return;
  progress.waitsFor = "the rate limit, which the server said is reached";
  progress.ticket = await gate.wait(limit, progress.attempts > 0);
  progress.waitsFor = undefined;
}

/** Sends until there is an outcome. The call has its place, and is through the gate. */
async function sendWithinDeadline(
  request: PreparedRequest,
  sender: Sender,
  settings: CallSettings,
  progress: CallProgress,
): Promise<Outcome> {
  const { calls, places } = sender;
  const deadline = new TimeLimit("deadlineMs", settings.deadlineMs, request.signal);
  calls.start(deadline);
  let outcome: Outcome | undefined;
  try {
    for (;;) {
      outcome = await attempt(request, sender, settings, deadline, progress);
      leaveGate(sender, progress, outcome);
      if (places !== undefined && wasCutOff(outcome)) await lastWordOut();
      const delayMs = delayBeforeRepeat(outcome, sender, settings, deadline, progress);
      if (delayMs === undefined) break;
      progress.waitsFor = "the next attempt";
      if (delayMs > 0) await sleep(delayMs, deadline.signal);
      if (settings.repeats) await passGate(sender, deadline, progress);
      deadline.throwIfEnded();
      progress.waitsFor = undefined;
    }
  } catch (cause) {
    outcome = { error: waitFailure(cause, deadline, sender, settings, progress) };
  } finally {
    if (progress.ticket > 0) sender.gate.turnBack(progress.ticket);
    places?.leave();
    deadline.release();
    calls.count(outcome?.error, deadline.reason === "closed");
    calls.end(deadline);
  }
  return outcome;
}

/** How long the server is given to hear that a request was given up, in milliseconds. */
const lastWordMs = 10;

/**
 * Whether we ended the exchange, not the server. The server hears of that later, and must not count more requests in progress
 * than places.
 */
function wasCutOff({ error }: Outcome): boolean {
  const kind = error?.kind;
  return kind === "timeout" || kind === "aborted" || kind === "unexpected-response";
}

function lastWordOut(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, lastWordMs);
  });
}

/** Tells the gate how an attempt ended. */
function leaveGate({ gate }: Sender, progress: CallProgress, outcome: Outcome): void {
  const { ticket } = progress;
  progress.ticket = 0;
  if (ticket === 0) return;
  const status = outcome.response?.status ?? outcome.error?.status;
  if (progress.attempts === 0) gate.turnBack(ticket);
  else gate.leave(ticket, status !== undefined && status !== 429);
}

/**
 * The failure of a call that was cut short while it waited.
 * @throws `cause` when it was not cut short
 */
function waitFailure(
  cause: unknown,
  limit: TimeLimit,
  sender: Sender,
  settings: CallSettings,
  progress: CallProgress,
): UnansweredFailure {
  if (cause instanceof GateClosed) return gateFailure(cause, sender, progress);
  if (limit.reason === undefined) {
    if (hasNp6Marker(cause)) tellFailure(cause as Np6Failure, sender.configuration.on.failure, progress);
    throw cause;
  }
  // The cause may look like ours: a caller can abort one call with the failure of another.
  const error = cutFailure(limit, settings, progress, false, redactCause(cause, progress.key));
  tellFailure(error, sender.configuration.on.failure, progress);
  return error;
}

/** @throws `cause` when it is something else than a closed gate */
function gateFailure(cause: unknown, { configuration: { on } }: Sender, progress: CallProgress): HttpError {
  if (!(cause instanceof GateClosed)) throw cause;
  const { remainingMs: retryAfterMs } = cause;
  const why = `not sent: the server refuses all calls with status 429 for another ${retryAfterMs} ms.`;
  const error = new HttpError({ ...progress.context, status: 429, retryAfterMs }, undefined, "", why);
  tellFailure(error, on.failure, progress);
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
 * @returns milliseconds to sleep before the next one goes to the gate, or undefined when the outcome is final
 */
function delayBeforeRepeat(
  { error }: Outcome,
  { budget, gate, configuration: { on } }: Sender,
  settings: CallSettings,
  deadline: TimeLimit,
  progress: CallProgress,
): number | undefined {
  if (error === undefined) {
    budget.giveBack();
    return undefined;
  }
  const isRefusal = error.kind === "rate-limited";
  if (isRefusal) progress.refusals += 1;
  const delayMs = isRefusal
    ? delayAfterRefusal(error, gate.opensInMs, settings, deadline)
    : delayAfter(error, settings, deadline, progress);
  // A 429 is no outage, and repeating it amplifies none: the gate sees to that.
  const isBroke = delayMs !== undefined && !isRefusal && !budget.take();
  if (isBroke) error.message += " Not sent again: the client's retry budget is empty.";
  if (delayMs === undefined || isBroke) {
    tellFailure(error, on.failure, progress);
    return undefined;
  }
  progress.mayHaveRun ||= error.outcomeUnknown;
  tellRetry(error, delayMs, on.retry, progress);
  // The gate waits itself, and for longer if it is closed again meanwhile.
  return isRefusal ? 0 : delayMs;
}

/** @returns milliseconds until the gate opens, or undefined when the failure is final */
function delayAfterRefusal(
  { retryAfterMs = 0 }: Np6Failure,
  opensInMs: number,
  { repeats }: CallSettings,
  { remainingMs }: TimeLimit,
): number | undefined {
  const delayMs = Math.ceil(opensInMs);
  const isInVain = Math.max(retryAfterMs, delayMs) > longestRetryAfterMs || delayMs >= remainingMs;
  return repeats && !isInVain ? delayMs : undefined;
}

/** @returns milliseconds, or undefined when the failure is final */
function delayAfter(
  error: Np6Failure,
  { repeats, retry }: CallSettings,
  { remainingMs }: TimeLimit,
  { attempts: sent, operation, refusals }: CallProgress,
): number | undefined {
  const attempts = sent - refusals;
  if (!repeats || attempts >= retry.maxAttempts || !mayRepeat(error, operation.idempotent, retry))
    return undefined;
  const { retryAfterMs } = error;
  return retryDelay({ attempts, retryAfterMs, remainingMs, random: Math.random() }, retry);
}
