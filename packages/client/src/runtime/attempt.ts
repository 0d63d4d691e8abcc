import { answerFailure } from "./answer-failure.ts";
import { authenticate } from "./authenticate.ts";
import type { CallProgress } from "./call-progress.ts";
import type { CallSettings } from "./call-settings.ts";
import { cancelBody } from "./cancel-body.ts";
import { ConnectionError } from "./connection-error.ts";
import { cutFailure } from "./cut-failure.ts";
import { notify } from "./hooks.ts";
import { wasNeverSent } from "./outcome-unknown.ts";
import { readRateLimit } from "./rate-limit.ts";
import { readAnswer } from "./read-answer.ts";
import { redactText } from "./redact.ts";
import { causeCode, redactCause } from "./redact-cause.ts";
import type { RequestHeaders } from "./request-headers.ts";
import { parseRetryAfter } from "./retry-after.ts";
import type { Outcome, PreparedRequest } from "./send.ts";
import type { Sender } from "./sender.ts";
import { TimeLimit } from "./time-limit.ts";

/**
 * Sends a request once and reads its answer.
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
  try {
    return await sendAndRead(request, sender, limit, settings, progress);
  } finally {
    limit.release();
  }
}

async function sendAndRead(
  request: PreparedRequest,
  { api, configuration }: Sender,
  limit: TimeLimit,
  settings: CallSettings,
  progress: CallProgress,
): Promise<Outcome> {
  const { operation } = request;
  const { apiKey, on, maxResponseBytes } = configuration;
  let response: Response;
  let sent = false;
  try {
    limit.throwIfEnded();
    const asked = authenticate(request.headers, operation, apiKey, api, progress);
    const { headers, key } = asked instanceof Promise ? await limit.race(asked) : asked;
    progress.key = key;
    progress.attempts += 1;
    sent = true;
    if (on.request) notify(on.request, { ...progress.names, attempt: progress.attempts });
    response = await fetchUntil(request, headers, configuration.fetch, limit);
  } catch (cause) {
    const redacted = redactCause(cause, progress.key);
    if (limit.reason !== undefined) return { error: cutFailure(limit, settings, progress, sent, redacted) };
    // Asking for the key failed; that is a failure of ours already.
    if (!sent) throw cause;
    return { error: connectionFailure(redacted, progress) };
  }

  const cameAt = Date.now();
  const { key } = progress;
  const clean = (value: string | null) => (value === null ? undefined : redactText(value, key));
  const answered = {
    // A redirect that a browser hides has status 0, which is none.
    status: response.status || undefined,
    requestId: clean(response.headers.get("x-request-id")) || undefined,
    rateLimit: readRateLimit(response.headers, clean),
  };
  const { requestId, rateLimit } = answered;
  if (on.response) {
    const { attempts: attempt, elapsedMs, names } = progress;
    notify(on.response, { ...names, attempt, status: response.status, requestId, rateLimit, elapsedMs });
  }

  const limits = { maxResponseBytes, time: limit };
  const { checkResponse } = configuration.validation ?? {};
  const check =
    checkResponse &&
    ((mediaType: string, value: unknown) =>
      checkResponse(operation.operationId, response.status, mediaType, value));
  const answer = await readAnswer(response, request, api.mediaTypes, limits, check);
  if (answer.kind === "data") return { data: answer.data, response, requestId, rateLimit };
  const retryAfterMs = parseRetryAfter(response.headers.get("retry-after"), cameAt);
  const context = { ...progress.context, ...answered, retryAfterMs };
  // A refusal is known by its status, even when time ran out over its body; only the caller's abort goes before it.
  const cut = limit.reason;
  if (cut === "signal" || (cut !== undefined && answer.kind === "broken-off")) {
    const cause = answer.kind === "broken-off" ? redactCause(answer.cause, key) : undefined;
    return { error: cutFailure(limit, settings, progress, true, cause, { ...answered, retryAfterMs }) };
  }
  const outcomeUnknown = (mayHaveRun: boolean) => progress.outcomeUnknown(mayHaveRun);
  const error = answerFailure(answer, context, outcomeUnknown, key);
  return { error, response, requestId, rateLimit };
}

/** Fetches, and throws away an answer that comes after we stopped waiting. */
function fetchUntil(
  { operation, url, body }: PreparedRequest,
  headers: RequestHeaders,
  fetch: Sender["configuration"]["fetch"],
  limit: TimeLimit,
): Promise<Response> {
  const { signal } = limit;
  // A followed redirect would take the key to another origin. Not "error": it throws on workerd (measured).
  const init: RequestInit = { method: operation.method, headers, redirect: "manual", signal };
  if (body !== undefined) init.body = body;
  const work = fetch(url, init);
  const checked = Promise.resolve(work).then((response) => {
    if (!isResponse(response)) throw new TypeError("`fetch` did not resolve to a Response");
    if (signal.aborted) cancelBody(response);
    return response;
  });
  return limit.race(checked);
}

/** By shape: the Response of another implementation of fetch is no instance of the platform's. */
function isResponse(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("status" in value && "headers" in value)) return false;
  const { status, headers } = value;
  return typeof status === "number" && typeof headers === "object" && headers !== null && "get" in headers;
}

function connectionFailure(cause: Error, progress: CallProgress): ConnectionError {
  const code = causeCode(cause);
  const neverSent = wasNeverSent(code);
  const context = { ...progress.context, outcomeUnknown: progress.outcomeUnknown(!neverSent) };
  return new ConnectionError(`no answer came${code ? ` (${code})` : ""}.`, context, neverSent, cause);
}
