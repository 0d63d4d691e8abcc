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
 * Sends a request once and reads its response. Synchronous steps are separate functions: a waiting async function keeps
 * every variable that it uses in memory.
 * @throws Refusal or KeyUnavailableError when there is no usable key; nothing was sent
 */
export async function attempt(call: Call): Promise<Outcome> {
  const limit = new TimeLimit("attemptTimeoutMs", call.settings.attemptTimeoutMs, call.deadline);
  const attemptsBefore = call.attempts;
  let response: Response;
  try {
    try {
      limit.throwIfEnded();
      const authenticated = authenticate(call);
      response = await startFetch(
        call,
        authenticated instanceof Promise ? await keyWithin(call, limit, authenticated) : authenticated,
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

/** Waits for the key within the attempt's time limit. */
async function keyWithin(
  call: Call,
  limit: TimeLimit,
  authentication: Promise<Authenticated>,
): Promise<Authenticated> {
  call.waitsFor = "the key";
  const authenticated = await limit.race(authentication);
  call.waitsFor = undefined;
  return authenticated;
}

/**
 * Calls the request hook, and then fetch. A response that arrives too late is discarded.
 * @throws the cause of the limit's end, when the limit ended before the request was passed to fetch
 */
function startFetch(call: Call, { headers, key }: Authenticated, limit: TimeLimit): Promise<Response> {
  const { operation, url, body } = call.request;
  const { fetch, on } = call.sender.configuration;
  call.key = key;
  // The wait for the key and the hook take time, and the hook may abort the call.
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
 * Makes the failure of a call without a response.
 * @throws `cause` when there was no key; it is a failure of the client already
 */
function unansweredFailure(call: Call, cause: unknown, limit: TimeLimit, sent: boolean): UnansweredFailure {
  const redacted = redactCause(cause, call.key);
  if (limit.reason !== undefined) {
    return cutFailure(call, limit, sent && !isMarkedNeverSent(limit.workFailure), redacted);
  }
  if (!sent) throw cause;
  return connectionFailure(call, redacted);
}

/** Facts in a response's headers. */
interface Head {
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly rateLimit: RateLimit | undefined;
  readonly retryAfterMs: number | undefined;
}

/** Reads a response's headers, and calls the response hook. */
function readHead(call: Call, { headers, status }: Response): Head {
  const receivedAt = Date.now();
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
    retryAfter === null
      ? undefined
      : parseRetryAfter(retryAfter, serverTime(headers.get("date"), receivedAt));
  // A redirect that a browser hides has status 0, which is not a status.
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

/** Makes the outcome of a response that is not a success. */
function answeredOutcome(
  call: Call,
  answer: Exclude<Answer, { kind: "data" }>,
  response: Response,
  answered: Head,
  limit: TimeLimit,
): Outcome {
  const { requestId, rateLimit } = answered;
  // A refusal is recognised by its status, even if time ran out during its body. Only the caller's abort overrides it.
  const cut = limit.reason;
  if (cut === "signal" || (cut !== undefined && answer.kind === "broken-off")) {
    const cause = answer.kind === "broken-off" ? redactCause(answer.cause, call.key) : undefined;
    return { error: cutFailure(call, limit, true, cause, answered) };
  }
  return { error: answerFailure(call, answer, answered), response, requestId, rateLimit };
}

/** Checks the shape: the Response of another fetch implementation is not an instance of the platform's class. */
function isResponse(value: unknown): boolean {
  const { status, headers } = Object(value) as { readonly status?: unknown; readonly headers?: unknown };
  return typeof status === "number" && typeof headers === "object" && headers !== null && "get" in headers;
}
