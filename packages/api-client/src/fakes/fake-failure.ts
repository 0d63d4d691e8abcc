import {
  AbortedError,
  ConfigurationError,
  ConnectionError,
  HttpError,
  KeyUnavailableError,
  type Np6Failure,
  RedirectError,
  TimeoutError,
  UnexpectedResponseError,
} from "@np6/api-client";
import type { operations } from "@np6/api-types";
import type { FailureKind, TimeoutName } from "@np6/openapi-runtime";
import { api } from "../generated/operations.gen.ts";

/** Fields of a fake failure. The defaults are values of the real client. */
export interface FakeFailureOptions {
  /** The operation that fails. Default: `executeWorkflow`. */
  readonly operation?: keyof operations | undefined;
  /** For `http`, `redirect` and `unexpected-response`. Default: 400, 302 and 200. */
  readonly status?: number | undefined;
  /** For `http` and `rate-limited`: the response body. */
  readonly body?: unknown;
  /** For `rate-limited` and `http`: the server's Retry-After, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** For `timeout`. Default: `attemptTimeoutMs`. */
  readonly limit?: TimeoutName | undefined;
  /** For `connection`: whether it is certain that no request left. Default: false. */
  readonly neverSent?: boolean | undefined;
  /** For `connection`: the platform's code. Default: `ECONNRESET`, or `ECONNREFUSED` when nothing was sent. */
  readonly code?: string | undefined;
  readonly requestId?: string | undefined;
  /** Number of requests sent. Default: 1, or 0 when the client itself refuses the call. */
  readonly attempts?: number | undefined;
}

const limitsMs = { attemptTimeoutMs: 30_000, deadlineMs: 120_000, queueTimeoutMs: 1_000 } as const;

/**
 * Makes a failure for a unit test. It has the real class, and the client's values of `outcomeUnknown`, `next` and
 * message.
 * @throws TypeError for an option that failures of this kind do not have
 * @example
 * const failure = fakeFailure("timeout"); // outcomeUnknown: true, next: "check"
 */
export function fakeFailure(kind: FailureKind, options: FakeFailureOptions = {}): Np6Failure {
  checkOptions(kind, options);
  const { operation = "executeWorkflow", requestId, retryAfterMs, limit = "attemptTimeoutMs" } = options;
  const { method, path } = api.operations[operation];
  const isRefusedHere =
    kind === "configuration" ||
    kind === "key-unavailable" ||
    (kind === "timeout" && limit === "queueTimeoutMs");
  const attempts = options.attempts ?? (isRefusedHere ? 0 : 1);
  const context = {
    operationId: operation,
    method,
    path,
    callId: "fake-1",
    attempts,
    elapsedMs: 1,
    requestId,
    retryAfterMs,
  };
  switch (kind) {
    case "http":
    case "rate-limited": {
      const status = kind === "http" ? (options.status ?? 400) : 429;
      const text = options.body === undefined ? "" : JSON.stringify(options.body);
      return new HttpError({ ...context, status }, options.body, text);
    }
    case "redirect":
      return new RedirectError({ ...context, status: options.status ?? 302 });
    case "unexpected-response":
      return new UnexpectedResponseError(
        "the body is labelled application/json, but is not valid JSON.",
        {
          ...context,
          status: options.status ?? 200,
        },
        "<html>",
      );
    case "timeout":
      return new TimeoutError(limit, limitsMs[limit], context);
    case "aborted":
      return new AbortedError(context, new DOMException("This operation was aborted", "AbortError"));
    case "connection": {
      const { neverSent = false } = options;
      const code = options.code ?? (neverSent ? "ECONNREFUSED" : "ECONNRESET");
      const cause = Object.assign(new Error(`fake: ${code}`), { code });
      return new ConnectionError(`no response arrived (${code}).`, context, neverSent, cause);
    }
    case "key-unavailable":
      return new KeyUnavailableError(context, new Error("fake: the vault is down"));
    case "configuration":
      return new ConfigurationError("fake: the call is invalid.", { ...context, elapsedMs: 0 });
    default:
      throw new TypeError(`fakeFailure has no kind ${JSON.stringify(kind)}.`);
  }
}

const kindsByField: Readonly<Record<string, readonly FailureKind[]>> = {
  status: ["http", "redirect", "unexpected-response"],
  body: ["http", "rate-limited"],
  retryAfterMs: ["http", "rate-limited"],
  limit: ["timeout"],
  neverSent: ["connection"],
  code: ["connection"],
};

/** Refuses impossible failures: a test with one would prove nothing. */
function checkOptions(kind: FailureKind, options: FakeFailureOptions): void {
  for (const [name, value] of Object.entries(options)) {
    const kinds = kindsByField[name];
    if (value === undefined || kinds === undefined || kinds.includes(kind)) continue;
    throw new TypeError(
      `A failure of the kind ${JSON.stringify(kind)} has no \`${name}\`; these have: ${kinds.join(", ")}.`,
    );
  }
  if (kind === "http" && options.status === 429)
    throw new TypeError('A failure with status 429 has the kind "rate-limited".');
}
