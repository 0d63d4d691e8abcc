import { cancelBody } from "../answer/cancel-body.ts";
import { type Answer, readAnswer } from "../answer/read-answer.ts";
import { readRequestId } from "../answer/request-id.ts";
import { parseRetryAfter, serverTime } from "../answer/retry-after.ts";
import { ConnectionError } from "../failures/connection-error.ts";
import { isMarkedNeverSent, wasNeverSent } from "../failures/outcome-unknown.ts";
import { type RateLimit, readRateLimit } from "../failures/rate-limit.ts";
import { redactText } from "../failures/redact.ts";
import { causeCode, redactCause } from "../failures/redact-cause.ts";
import { TimeLimit } from "../limits/time-limit.ts";
import type { CallSettings } from "../options/call-settings.ts";
import { notify } from "../watching/hooks.ts";
import { answerFailure } from "./answer-failure.ts";
import { type Authenticated, authenticate } from "./authenticate.ts";
import type { CallProgress } from "./call-progress.ts";
import { cutFailure } from "./cut-failure.ts";
import { requestInit } from "./request-init.ts";
import type { Outcome, PreparedRequest, UnansweredFailure } from "./send.ts";
import type { Sender } from "./sender.ts";

/**
 * Sends a request once and reads its answer. What needs no waiting is in functions of its own: a call keeps all that an async
 * function mentions until it ends.
 * @param deadline - the limit of the whole call
 * @throws ConfigurationError when there is no usable key; nothing was sent
 */
export async function attempt(
  request: PreparedRequest,
  sender: Sender,
  settings: CallSettings,
  deadline: TimeLimit,
  progress: CallProgress,
): Promise<Outcome> {
  const limit = new TimeLimit("attemptTimeoutMs", settings.attemptTimeoutMs, deadline);
  const attemptsBefore = progress.attempts;
  let response: Response;
  try {
    try {
      limit.throwIfEnded();
      const { apiKey } = sender.configuration;
      const asked = authenticate(request.headers, request.operation, apiKey, sender.api, progress);
      const authenticated = asked instanceof Promise ? await keyWithin(limit, asked, progress) : asked;
      response = await startFetch(request, authenticated, sender, limit, progress);
      requireResponse(response);
    } catch (cause) {
      const sent = progress.attempts > attemptsBefore;
      return { error: unansweredFailure(cause, sent, limit, settings, progress) };
    }
    const head = readHead(response, sender, progress);
    if (head.status === 429 && progress.ticket > 0) sender.gate.close(progress.ticket, head.retryAfterMs);
    const answer = await startReading(response, request, sender, limit);
    if (answer.kind === "data") {
      return { data: answer.data, response, requestId: head.requestId, rateLimit: head.rateLimit };
    }
    return answeredOutcome(answer, response, head, limit, settings, progress);
  } finally {
    limit.release();
  }
}

/** Waits for the key within the attempt's time. */
async function keyWithin(
  limit: TimeLimit,
  asked: Promise<Authenticated>,
  progress: CallProgress,
): Promise<Authenticated> {
  progress.waitsFor = "the key";
  const authenticated = await limit.race(asked);
  progress.waitsFor = undefined;
  return authenticated;
}

/**
 * Tells that a request goes out, and lets it; an answer that comes after we stopped waiting is thrown away.
 * @throws what ended the limit, when it ended before the request was handed over
 */
function startFetch(
  { operation, url, body }: PreparedRequest,
  { headers, key }: Authenticated,
  { configuration: { fetch, on } }: Sender,
  limit: TimeLimit,
  progress: CallProgress,
): Promise<Response> {
  progress.key = key;
  // Also the wait for the key takes time, and what the hook does; it may abort the call, too.
  limit.throwIfEnded();
  if (on.request) {
    notify(on.request, { ...progress.names, attempt: progress.attempts + 1 });
    limit.throwIfEnded();
  }
  progress.attempts += 1;
  const init = requestInit(operation.method, headers, body, limit.signal);
  return limit.race(Promise.resolve(fetch(url, init)), discard);
}

function discard(late: Response): void {
  if (isResponse(late)) cancelBody(late);
}

function requireResponse(response: Response): void {
  if (!isResponse(response)) throw new TypeError("`fetch` did not resolve to a Response");
}

/**
 * Why no answer came.
 * @throws `cause` when asking for the key failed; that is a failure of ours already
 */
function unansweredFailure(
  cause: unknown,
  sent: boolean,
  limit: TimeLimit,
  settings: CallSettings,
  progress: CallProgress,
): UnansweredFailure {
  const redacted = redactCause(cause, progress.key);
  if (limit.reason !== undefined) {
    return cutFailure(limit, settings, progress, sent && !isMarkedNeverSent(limit.workFailure), redacted);
  }
  if (!sent) throw cause;
  return connectionFailure(redacted, progress);
}

/** What an answer's headers say. */
interface Head {
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly rateLimit: RateLimit | undefined;
  readonly retryAfterMs: number | undefined;
}

/** Reads an answer's headers, and tells that they came. */
function readHead(response: Response, { configuration: { on } }: Sender, progress: CallProgress): Head {
  const cameAt = Date.now();
  const { attempts: attempt, key, names } = progress;
  const clean = (value: string | null) => (value === null ? undefined : redactText(value, key));
  const { headers, status } = response;
  const requestId = readRequestId(headers, clean);
  const rateLimit = readRateLimit(headers, clean);
  if (on.response) {
    const { elapsedMs } = progress;
    notify(on.response, { ...names, attempt, status, requestId, rateLimit, elapsedMs });
  }
  // A redirect that a browser hides has status 0, which is none.
  const retryAfter = headers.get("retry-after");
  const retryAfterMs =
    retryAfter === null ? undefined : parseRetryAfter(retryAfter, serverTime(headers.get("date"), cameAt));
  return { status: status || undefined, requestId, rateLimit, retryAfterMs };
}

function startReading(
  response: Response,
  request: PreparedRequest,
  { api, configuration }: Sender,
  limit: TimeLimit,
): Promise<Answer> {
  const { maxResponseBytes, validation } = configuration;
  const checkResponse = validation?.checkResponse;
  const check =
    checkResponse &&
    ((mediaType: string, value: unknown) =>
      checkResponse(request.operation.operationId, response.status, mediaType, value));
  return readAnswer(response, request, api.mediaTypes, { maxResponseBytes, time: limit }, check);
}

/** How a call ended whose answer is no data. */
function answeredOutcome(
  answer: Exclude<Answer, { kind: "data" }>,
  response: Response,
  answered: Head,
  limit: TimeLimit,
  settings: CallSettings,
  progress: CallProgress,
): Outcome {
  const { key } = progress;
  const { requestId, rateLimit } = answered;
  // A refusal is known by its status, even when time ran out over its body; only the caller's abort goes before it.
  const cut = limit.reason;
  if (cut === "signal" || (cut !== undefined && answer.kind === "broken-off")) {
    const cause = answer.kind === "broken-off" ? redactCause(answer.cause, key) : undefined;
    return { error: cutFailure(limit, settings, progress, true, cause, answered) };
  }
  const outcomeUnknown = (mayHaveRun: boolean) => progress.outcomeUnknown(mayHaveRun);
  const error = answerFailure(answer, { ...progress.context, ...answered }, outcomeUnknown, key);
  return { error, response, requestId, rateLimit };
}

/** By shape: the Response of another implementation of fetch is no instance of the platform's. */
function isResponse(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("status" in value && "headers" in value)) return false;
  const { status, headers } = value;
  return typeof status === "number" && typeof headers === "object" && headers !== null && "get" in headers;
}

function connectionFailure(cause: Error, progress: CallProgress): ConnectionError {
  const code = causeCode(cause);
  const neverSent = wasNeverSent(cause);
  const context = { ...progress.context, outcomeUnknown: progress.outcomeUnknown(!neverSent) };
  return new ConnectionError(`no answer came${code ? ` (${code})` : ""}.`, context, neverSent, cause);
}
