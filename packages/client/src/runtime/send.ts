import { AbortedError } from "./aborted-error.ts";
import { answerFailure } from "./answer-failure.ts";
import type { AnsweredFailure } from "./answered-failure.ts";
import type { ApiDescription, NamedOperation } from "./api-description.ts";
import { authenticate } from "./authenticate.ts";
import type { Configuration } from "./configuration.ts";
import { ConnectionError } from "./connection-error.ts";
import type { FailureContext } from "./np6-error.ts";
import { connectionOutcomeUnknown } from "./outcome-unknown.ts";
import { readAnswer } from "./read-answer.ts";
import { redactText } from "./redact.ts";
import { causeCode, redactCause } from "./redact-cause.ts";

/** A request that passed every check and only lacks its key. */
export interface PreparedRequest {
  readonly operation: NamedOperation;
  readonly url: string;
  readonly headers: Headers;
  readonly body: BodyInit | undefined;
  readonly signal: AbortSignal | undefined;
  /** The media type that the caller chose for the answer. */
  readonly accept: string | undefined;
}

/** How a call that was sent ended: with data or a failure, and with the answer's headers unless none came. */
export type Outcome =
  | { readonly data: unknown; readonly error?: undefined; readonly response: Response }
  | { readonly data?: undefined; readonly error: AnsweredFailure; readonly response: Response }
  | { readonly data?: undefined; readonly error: UnansweredFailure; readonly response?: undefined };

type UnansweredFailure = AbortedError | ConnectionError;

/**
 * Sends a request and reads its answer: the only place of the client that touches the network.
 * @throws ConfigurationError when there is no usable key; nothing was sent
 */
export async function send(
  request: PreparedRequest,
  { apiKey, fetch }: Configuration,
  api: ApiDescription,
): Promise<Outcome> {
  const { operation, headers, signal } = request;
  const startedAt = performance.now();
  const key = await authenticate(headers, operation, apiKey, api);
  if (signal?.aborted) return { error: new AbortedError(operation, redactCause(signal.reason, key)) };
  const sent = (): FailureContext => ({
    ...operation,
    attempts: 1,
    elapsedMs: Math.round(performance.now() - startedAt),
  });

  let response: Response;
  try {
    response = await fetch(request.url, requestInit(request));
    if (!isResponse(response)) throw new TypeError("`fetch` did not resolve to a Response");
  } catch (cause) {
    return { error: unansweredFailure(redactCause(cause, key), request, sent()) };
  }

  const answer = await readAnswer(response, request, api.mediaTypes);
  if (answer.kind === "data") return { data: answer.data, response };
  if (answer.kind === "broken-off" && signal?.aborted) {
    return { error: unansweredFailure(redactCause(answer.cause, key), request, sent()) };
  }
  const requestId = redactText(response.headers.get("x-request-id") ?? "", key) || undefined;
  // A redirect that a browser hides has status 0, which is none.
  const status = response.status || undefined;
  return { error: answerFailure(answer, operation, { ...sent(), status, requestId }, key), response };
}

function requestInit({ operation, headers, body, signal }: PreparedRequest): RequestInit {
  return {
    method: operation.method,
    headers,
    // A followed redirect would take the key to another origin. Not "error": it throws on workerd (measured).
    redirect: "manual",
    ...(body === undefined ? {} : { body }),
    ...(signal === undefined ? {} : { signal }),
  };
}

/** By shape: the Response of another implementation of fetch is no instance of the platform's. */
function isResponse(value: unknown): boolean {
  return typeof value === "object" && value !== null && "status" in value && "headers" in value;
}

function unansweredFailure(
  cause: Error,
  { operation: { idempotent }, signal }: PreparedRequest,
  context: FailureContext,
): UnansweredFailure {
  if (signal?.aborted) return new AbortedError({ ...context, outcomeUnknown: !idempotent }, cause);
  const code = causeCode(cause);
  const outcomeUnknown = connectionOutcomeUnknown(idempotent, code);
  return new ConnectionError(
    `no answer came${code ? ` (${code})` : ""}.`,
    { ...context, outcomeUnknown },
    cause,
  );
}
