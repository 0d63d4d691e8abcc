import { describe, expect, test } from "vitest";
import type { Failure } from "../failures/failure.ts";
import { defaultCallSettings, type RetrySettings } from "../options/call-settings.ts";
import { exampleFailures } from "../testing/example-failures.test-support.ts";
import { mayRepeat } from "./repeat-rule.ts";

const {
  AbortedError,
  ConfigurationError,
  ConnectionError,
  HttpError,
  RedirectError,
  TimeoutError,
  UnexpectedResponseError,
} = exampleFailures;

const context = { attempts: 1 };
const refusal = (status: number, retryAfterMs?: number) =>
  new HttpError({ ...context, status, retryAfterMs }, undefined, "");
const unreadable = (brokenOff?: { cause: unknown }) =>
  new UnexpectedResponseError("no.", { ...context, status: 200 }, "", brokenOff);

const { retry: defaults } = defaultCallSettings;
const on503: RetrySettings = { ...defaults, nonIdempotentOn503: true };
const whenUnknown: RetrySettings = { ...defaults, nonIdempotentWhenUnknown: true };

/** Whether a call repeats: when idempotent, when not, with `nonIdempotentOn503`, with `nonIdempotentWhenUnknown`. */
type Row = readonly [
  name: string,
  failure: Failure,
  harmless: boolean,
  other: boolean,
  otherOn503: boolean,
  otherWhenUnknown: boolean,
];

const always = [true, true, true, true] as const;
const never = [false, false, false, false] as const;
const onlyHarmlessOrAsked = [true, false, false, true] as const;

const rows: readonly Row[] = [
  ["429", refusal(429), ...always],
  ["429 with Retry-After", refusal(429, 1_000), ...always],
  ["a connection that was never made", new ConnectionError("no.", context, true), ...always],
  ["a connection that was lost", new ConnectionError("no.", context, false), ...onlyHarmlessOrAsked],
  ["503 with Retry-After", refusal(503, 1_000), true, false, true, true],
  ["503 with Retry-After 0", refusal(503, 0), true, false, true, true],
  ["503 without Retry-After", refusal(503), ...onlyHarmlessOrAsked],
  ...[408, 500, 502, 504].flatMap((status): Row[] => [
    [`${status}`, refusal(status), ...onlyHarmlessOrAsked],
    [`${status} with Retry-After`, refusal(status, 1_000), ...onlyHarmlessOrAsked],
  ]),
  ["an attempt that took too long", new TimeoutError("attemptTimeoutMs", 1, context), ...onlyHarmlessOrAsked],
  ["a call that took too long", new TimeoutError("deadlineMs", 1, context), ...never],
  ["a 2xx that broke off", unreadable({ cause: undefined }), ...onlyHarmlessOrAsked],
  ["a 2xx that cannot be read", unreadable(), ...never],
  ...[400, 401, 402, 403, 404, 405, 407, 409, 410, 411, 413, 415, 418, 421, 422, 425, 428, 431, 451, 499].map(
    (status): Row => [`${status}`, refusal(status, 1_000), ...never],
  ),
  ...[304, 306, 501, 505, 507, 511, 599].map(
    (status): Row => [`${status}`, refusal(status, 1_000), ...never],
  ),
  ...[301, 302, 303, 307, 308].map(
    (status): Row => [`${status}`, new RedirectError({ ...context, status, retryAfterMs: 0 }), ...never],
  ),
  ["an abort", new AbortedError(context), ...never],
  ["a key that could not be had", new ConfigurationError("no.", context), ...never],
];

describe("after", () => {
  test.each(rows)("%s", (_name, failure, harmless, other, otherOn503, otherWhenUnknown) => {
    expect({
      harmless: mayRepeat(failure, true, defaults),
      other: mayRepeat(failure, false, defaults),
      otherOn503: mayRepeat(failure, false, on503),
      otherWhenUnknown: mayRepeat(failure, false, whenUnknown),
    }).toEqual({ harmless, other, otherOn503, otherWhenUnknown });
  });

  test("a timeout before anything was sent, nothing is: the time is spent on the key already", () => {
    const failure = new TimeoutError("attemptTimeoutMs", 1, { attempts: 0 });
    expect(mayRepeat(failure, true, whenUnknown)).toBe(false);
  });
});
