import { describe, expect, test } from "vitest";
import { exampleOperation } from "../testing/example-api.test-support.ts";
import { exampleKey } from "../testing/example-client.test-support.ts";
import { exampleFailures } from "../testing/example-failures.test-support.ts";
import { expectNoKey } from "../testing/expect-no-key.test-support.ts";
import { answerFailure as failureOfAnswer } from "./call-failures.ts";

const { HttpError, RedirectError, UnexpectedResponseError } = exampleFailures;

const run = exampleOperation("runThing");
/** The rule of a call that is not idempotent: if it may have run, the outcome is unknown. */
const notIdempotent = (mayHaveRun: boolean) => mayHaveRun;
type Answer = Parameters<typeof failureOfAnswer>[1];
type Answered = Parameters<typeof failureOfAnswer>[2];

/** Makes the failure of a response, for a call with the given rule for unknown outcomes. */
function answerFailure(
  answer: Answer,
  answered: Answered,
  outcomeUnknown: typeof notIdempotent,
  key: string,
) {
  return failureOfAnswer({ context: {}, failures: exampleFailures, key, outcomeUnknown }, answer, answered);
}

const context = { operationId: "runThing", method: "POST", path: run.path, attempts: 1, requestId: "r-1" };

describe("the failure of an answer", () => {
  test("that refuses is an HttpError with the body and how it began", () => {
    const answer = { kind: "refused", body: { reason: "no" }, text: '{"reason":"no"}' } as const;
    const failure = answerFailure(answer, { ...context, status: 400 }, notIdempotent, exampleKey);
    expect(failure).toBeInstanceOf(HttpError);
    expect(failure).toMatchObject({
      kind: "http",
      status: 400,
      body: { reason: "no" },
      bodyExcerpt: '{"reason":"no"}',
      outcomeUnknown: false,
      message:
        "runThing (POST /things/{id}/run): the server refused the call with status 400. Request id: r-1.",
    });
  });

  test("that refuses for the rate has a kind of its own", () => {
    const answer = { kind: "refused", body: undefined, text: "" } as const;
    expect(answerFailure(answer, { ...context, status: 429 }, notIdempotent, exampleKey)).toMatchObject({
      kind: "rate-limited",
      outcomeUnknown: false,
    });
  });

  test("that broke the server warns that the call may have run, unless a repeat is harmless", () => {
    const answer = { kind: "refused", body: undefined, text: "" } as const;
    const failure = answerFailure(answer, { ...context, status: 500 }, notIdempotent, exampleKey);
    expect(failure.outcomeUnknown).toBe(true);
    expect(failure.message).toContain("The call may have run: check before sending it again.");
    const harmless = answerFailure(answer, { ...context, status: 500 }, () => false, exampleKey);
    expect(harmless.outcomeUnknown).toBe(false);
    expect(harmless.message).not.toContain("may have run");
  });

  test("that redirects is a RedirectError", () => {
    const failure = answerFailure(
      { kind: "redirect" },
      { ...context, status: 302 },
      notIdempotent,
      exampleKey,
    );
    expect(failure).toBeInstanceOf(RedirectError);
    expect(failure).toMatchObject({ kind: "redirect", status: 302, requestId: "r-1" });
  });

  test("that nobody can read leaves open if the call ran, and keeps the body out of message and JSON", () => {
    const answer = { kind: "unexpected", problem: "expected a, received b.", text: "Dear Jane Doe" } as const;
    const failure = answerFailure(answer, { ...context, status: 200 }, notIdempotent, exampleKey);
    expect(failure).toBeInstanceOf(UnexpectedResponseError);
    expect(failure).toMatchObject({
      kind: "unexpected-response",
      outcomeUnknown: true,
      brokenOff: false,
      bodyExcerpt: "Dear Jane Doe",
    });
    expect(failure.message).toContain("expected a, received b.");
    expect(failure.message + JSON.stringify(failure)).not.toContain("Jane");
  });

  test("that broke off keeps what the platform said as cause", () => {
    const answer = { kind: "broken-off", cause: new TypeError("terminated"), text: '{"id"' } as const;
    const failure = answerFailure(answer, { ...context, status: 200 }, notIdempotent, exampleKey);
    expect(failure).toMatchObject({
      kind: "unexpected-response",
      outcomeUnknown: true,
      brokenOff: true,
      bodyExcerpt: '{"id"',
    });
    expect(failure.cause).toMatchObject({ name: "TypeError", message: "terminated" });
  });

  test("shows at most 512 characters, and no half of a key at the cut", () => {
    const answer = { kind: "refused", body: undefined, text: `${"x".repeat(505)}${exampleKey}` } as const;
    const failure = answerFailure(answer, { ...context, status: 400 }, notIdempotent, exampleKey);
    expect(failure).toMatchObject({ bodyExcerpt: `${"x".repeat(505)}[redact` });
  });

  test("does not tell the key, wherever the server echoes it", () => {
    const cause = new Error(exampleKey, { cause: new Error(exampleKey) });
    const echo = { kind: "refused", body: { [exampleKey]: [exampleKey] }, text: exampleKey } as const;
    const unexpected = { kind: "unexpected", problem: `received ${exampleKey}.`, text: exampleKey } as const;
    const brokenOff = { kind: "broken-off", cause, text: `{"key":${JSON.stringify(exampleKey)}` } as const;
    for (const answer of [echo, unexpected, brokenOff]) {
      expectNoKey(answerFailure(answer, { ...context, status: 200 }, notIdempotent, exampleKey));
    }
  });
});
