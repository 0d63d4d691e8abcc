import { readRateLimit, readRequestId } from "../answer/answer-headers.ts";
import { type Answer, readAnswer } from "../answer/read-answer.ts";
import { cancelBody } from "../answer/read-limited.ts";
import { parseRetryAfter, serverTime } from "../answer/retry-after.ts";
import type { RateLimit, UnansweredFailure } from "../failures/failure.ts";
import { isMarkedNeverSent } from "../failures/outcome-unknown.ts";
import { redactText } from "../failures/redact.ts";
import { redactCause } from "../failures/redact-cause.ts";
import { TimeLimit } from "../limits/time-limit.ts";
import { notify } from "../watching/hooks.ts";
import { type Authenticated, authenticate } from "./authenticate.ts";
import type { Call } from "./call.ts";
import { answerFailure, connectionFailure, cutFailure } from "./call-failures.ts";
import type { Outcome } from "./outcome.ts";
import { requestInit } from "./request-init.ts";

/**
 * Sends a request once and reads its answer. What needs no waiting is in functions of its own: a call keeps all that an async
 * function mentions until it ends.
 * @throws Refusal or KeyUnavailableError when there is no usable key; nothing was sent
 */
export async function attempt(call: Call): Promise<Outcome> {
  const limit = new TimeLimit("attemptTimeoutMs", call.settings.attemptTimeoutMs, call.deadline);
  const attemptsBefore = call.attempts;
  let response: Response;
  try {
    try {
      limit.throwIfEnded();
      const asked = authenticate(call);
      response = await startFetch(
        call,
        asked instanceof Promise ? await keyWithin(call, limit, asked) : asked,
        limit,
      );
      if (!isResponse(response)) throw new TypeError("`fetch` did not resolve to a Response");
    } catch (cause) {
      return { error: unansweredFailure(call, cause, limit, call.attempts > attemptsBefore) };
    }
    const head = readHead(call, response);
    if (head.status === 429 && call.ticket > 0) call.sender.gate.close(call.ticket, head.retryAfterMs);
    const answer = await startReading(call, response, limit);
    if (answer.kind !== "data") return answeredOutcome(call, answer, response, head, limit);
    return { data: answer.data, response, requestId: head.requestId, rateLimit: head.rateLimit };
  } finally {
    limit.release();
  }
}

/** Waits for the key within the attempt's time. */
async function keyWithin(
  call: Call,
  limit: TimeLimit,
  asked: Promise<Authenticated>,
): Promise<Authenticated> {
  call.waitsFor = "the key";
  const authenticated = await limit.race(asked);
  call.waitsFor = undefined;
  return authenticated;
}

/**
 * Tells that a request goes out, and lets it; an answer that comes after we stopped waiting is thrown away.
 * @throws what ended the limit, when it ended before the request was handed over
 */
function startFetch(call: Call, { headers, key }: Authenticated, limit: TimeLimit): Promise<Response> {
  const { operation, url, body } = call.request;
  const { fetch, on } = call.sender.configuration;
  call.key = key;
  // Also the wait for the key takes time, and what the hook does; it may abort the call, too.
  limit.throwIfEnded();
  if (on.request) {
    notify(on.request, { ...call.names, attempt: call.attempts + 1 });
    limit.throwIfEnded();
  }
  call.attempts += 1;
  const init = requestInit(operation.method, headers, body, limit.signal);
  return limit.race(Promise.resolve(fetch(url, init)), discard);
}

function discard(late: Response): void {
  if (isResponse(late)) cancelBody(late);
}

/**
 * Why no answer came.
 * @throws `cause` when there was no key; that is a failure of ours already
 */
function unansweredFailure(call: Call, cause: unknown, limit: TimeLimit, sent: boolean): UnansweredFailure {
  const redacted = redactCause(cause, call.key);
  if (limit.reason !== undefined) {
    return cutFailure(call, limit, sent && !isMarkedNeverSent(limit.workFailure), redacted);
  }
  if (!sent) throw cause;
  return connectionFailure(call, redacted);
}

/** What an answer's headers say. */
interface Head {
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly rateLimit: RateLimit | undefined;
  readonly retryAfterMs: number | undefined;
}

/** Reads an answer's headers, and tells that they came. */
function readHead(call: Call, { headers, status }: Response): Head {
  const cameAt = Date.now();
  const { attempts: attempt, key, names, sender } = call;
  const { responseHeaders = {} } = sender.api;
  const { on } = sender.configuration;
  const clean = (value: string | null) => (value === null ? undefined : redactText(value, key));
  const requestId = readRequestId(headers, responseHeaders, clean);
  const rateLimit = readRateLimit(headers, responseHeaders, clean);
  if (on.response) {
    notify(on.response, { ...names, attempt, status, requestId, rateLimit, elapsedMs: call.elapsedMs });
  }
  const retryAfter = headers.get("retry-after");
  const retryAfterMs =
    retryAfter === null ? undefined : parseRetryAfter(retryAfter, serverTime(headers.get("date"), cameAt));
  // A redirect that a browser hides has status 0, which is none.
  return { status: status || undefined, requestId, rateLimit, retryAfterMs };
}

function startReading(call: Call, response: Response, limit: TimeLimit): Promise<Answer> {
  const { request, sender } = call;
  const { maxResponseBytes, validation } = sender.configuration;
  const checkResponse = validation?.checkResponse;
  const check =
    checkResponse &&
    ((mediaType: string, value: unknown) =>
      checkResponse(request.operation.operationId, response.status, mediaType, value));
  const count = (bytes: number) => {
    call.bodyBytes = bytes;
  };
  return readAnswer(
    response,
    request,
    sender.api.mediaTypes,
    { maxResponseBytes, time: limit, count },
    check,
  );
}

/** How a call ended whose answer is no data. */
function answeredOutcome(
  call: Call,
  answer: Exclude<Answer, { kind: "data" }>,
  response: Response,
  answered: Head,
  limit: TimeLimit,
): Outcome {
  const { requestId, rateLimit } = answered;
  // A refusal is known by its status, even when time ran out over its body; only the caller's abort goes before it.
  const cut = limit.reason;
  if (cut === "signal" || (cut !== undefined && answer.kind === "broken-off")) {
    const cause = answer.kind === "broken-off" ? redactCause(answer.cause, call.key) : undefined;
    return { error: cutFailure(call, limit, true, cause, answered) };
  }
  return { error: answerFailure(call, answer, answered), response, requestId, rateLimit };
}

/** By shape: the Response of another implementation of fetch is no instance of the platform's. */
function isResponse(value: unknown): boolean {
  const { status, headers } = Object(value) as { readonly status?: unknown; readonly headers?: unknown };
  return typeof status === "number" && typeof headers === "object" && headers !== null && "get" in headers;
}
