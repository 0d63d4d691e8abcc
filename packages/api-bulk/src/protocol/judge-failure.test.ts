import {
  AbortedError,
  ConfigurationError,
  ConnectionError,
  HttpError,
  KeyUnavailableError,
  RedirectError,
  TimeoutError,
  UnexpectedResponseError,
} from "@np6/api-client";
import { expect, test } from "vitest";
import { judgeFailure } from "./judge-failure.ts";

const context = { operationId: "send", method: "POST", path: "/send", attempts: 1 };
const http = (status: number, headers: object = {}) =>
  new HttpError({ ...context, status, ...headers }, undefined, "");

test.each([
  [500, "unknown"],
  [502, "unknown"],
  [504, "unknown"],
  [408, "unknown"],
  [413, "too-large"],
  [401, "pause"],
  [403, "pause"],
  [404, "pause"],
  [405, "pause"],
  [409, "pause"],
  [415, "pause"],
  [400, "refused"],
  [410, "refused"],
  [422, "refused"],
])("a status of %i makes it %s", (status, kind) => {
  expect(judgeFailure(http(status)).kind).toBe(kind);
});

test("a 429 makes all wait, as long as the server says", () => {
  expect(judgeFailure(http(429))).toEqual({ kind: "wait", retryAfterMs: undefined, limited: true });
  const told = http(429, { retryAfterMs: 7_000 });
  expect(judgeFailure(told)).toEqual({ kind: "wait", retryAfterMs: 7_000, limited: true });
});

test("what surely never left waits, and does not count as a limit", () => {
  const waits = { kind: "wait", limited: false };
  expect(judgeFailure(new ConnectionError("refused.", context, true))).toEqual(waits);
  const unsent = { ...context, attempts: 0 };
  expect(judgeFailure(new AbortedError(unsent))).toEqual(waits);
  expect(judgeFailure(new TimeoutError("queueTimeoutMs", 1, unsent))).toEqual(waits);
});

test("what may have left is unknown", () => {
  expect(judgeFailure(new ConnectionError("cut.", context, false))).toEqual({ kind: "unknown" });
  expect(judgeFailure(new TimeoutError("attemptTimeoutMs", 1, context))).toEqual({
    kind: "unknown",
  });
  expect(judgeFailure(new AbortedError(context))).toEqual({ kind: "unknown" });
  const page = new UnexpectedResponseError("no JSON.", { ...context, status: 200 }, "");
  expect(judgeFailure(page)).toEqual({ kind: "unknown" });
});

test("a setup that is wrong pauses the job", () => {
  expect(judgeFailure(new ConfigurationError("wrong.", context))).toEqual({
    kind: "pause",
  });
  expect(judgeFailure(new KeyUnavailableError(context))).toEqual({ kind: "pause" });
  const redirect = new RedirectError({ ...context, status: 302 });
  expect(judgeFailure(redirect)).toEqual({ kind: redirect.outcomeUnknown ? "unknown" : "pause" });
});

test.each([new TypeError("of somebody else"), "text", undefined, null, { outcomeUnknown: false }])(
  "%s is no failure of the client: the call may have run",
  (thrown) => {
    expect(judgeFailure(thrown)).toEqual({ kind: "unknown" });
  },
);

test("a refusal that may pass waits, as long as the server says, and counts as no limit of calls", () => {
  const waits = { kind: "wait", retryAfterMs: 3_000, limited: false };
  for (const status of [423, 425]) expect(judgeFailure(http(status, { retryAfterMs: 3_000 }))).toEqual(waits);
});

test("a status or a connection that no call gets past pauses the job", () => {
  for (const status of [402, 407, 431, 304]) expect(judgeFailure(http(status))).toEqual({ kind: "pause" });
  const certificate = Object.assign(new Error("expired"), { code: "CERT_HAS_EXPIRED" });
  expect(judgeFailure(new ConnectionError("no way.", context, true, certificate))).toEqual({ kind: "pause" });
});

test("an answer that nobody understands is unknown, also where the client could ask again", () => {
  const page = new UnexpectedResponseError("no JSON.", { ...context, method: "GET", status: 200 }, "");
  expect(page.outcomeUnknown).toBe(false);
  expect(judgeFailure(page)).toEqual({ kind: "unknown" });
});
