import { expect, test } from "vitest";
import type { CutReason } from "../limits/time-limit.ts";
import { exampleCall } from "../testing/example-call.test-support.ts";
import { cutFailure } from "./call-failures.ts";

function cut(
  reason: CutReason,
  { inFlight, operationId = "runThing" }: { inFlight: boolean; operationId?: string },
) {
  const call = exampleCall(operationId);
  call.attempts = 2;
  const answered = { status: 200, requestId: "r-1", retryAfterMs: 3 };
  const cause = new Error("why");
  return cutFailure(call, { reason }, inFlight, cause, answered);
}

test.each([
  ["attemptTimeoutMs", "the call did not end within 30000 ms (`attemptTimeoutMs`)."],
  ["deadlineMs", "the call did not end within 120000 ms (`deadlineMs`)."],
] as const)("%s makes a TimeoutError that says which limit, and how long it was", (limit, message) => {
  const failure = cut(limit, { inFlight: true });
  expect(failure).toMatchObject({ kind: "timeout", limit, attempts: 2, outcomeUnknown: true });
  expect(failure.message).toContain(message);
});

test("the caller's signal makes an AbortedError with its cause", () => {
  const failure = cut("signal", { inFlight: true });
  expect(failure).toMatchObject({ kind: "aborted", outcomeUnknown: true, cause: { message: "why" } });
});

test("a call that was not in flight when it was cut did not run", () => {
  expect(cut("signal", { inFlight: false }).outcomeUnknown).toBe(false);
  expect(cut("deadlineMs", { inFlight: false }).outcomeUnknown).toBe(false);
});

test("a harmless call leaves nothing open", () => {
  expect(cut("signal", { inFlight: true, operationId: "listThings" }).outcomeUnknown).toBe(false);
});

test("what the headers said stays", () => {
  for (const reason of ["signal", "deadlineMs"] as const) {
    expect(cut(reason, { inFlight: true })).toMatchObject({ status: 200, requestId: "r-1", retryAfterMs: 3 });
  }
});
