import { type CatalogueRow, headerValues } from "@np6/fault-server";
import { expect } from "vitest";
import type { Failure } from "../failures/failure.ts";
import { exampleKey } from "../testing/example-client.test-support.ts";
import { expectNoKey } from "../testing/expect-no-key.test-support.ts";
import type { Played } from "./play-row.test-support.ts";

/** Default number of attempts of a call. */
const maxAttempts = 3;

/**
 * Whether the client claims to have proof that the call was never sent. The server's record must agree. The proof
 * depends on the transport: a reset in the handshake proves nothing with the platform's fetch.
 */
function isProvedNeverSent({ ending, requests, row }: Played): boolean {
  if (ending.kind !== "failure" || ending.failure.kind !== "connection") return false;
  if (!ending.failure.neverSent) return false;
  expect({ mayHaveRun: row.mayHaveRun, received: requests.length }).toEqual({
    mayHaveRun: false,
    received: 0,
  });
  return true;
}

/** I1: number of times the server received the request. A call that may have run is repeated only on request. */
function expectSentAsOften(played: Played): void {
  const { row, method, ending, requests, options } = played;
  const { expected, endsBy } = row;
  const most = expected.platformMayRepeat ? 2 : 1;
  const attempts = ending.kind === "failure" ? ending.failure.attempts : undefined;
  // A POST that may be repeated follows the rule for GET.
  const rule = options.retry.nonIdempotentWhenUnknown === true ? "GET" : method;
  const repeats = isProvedNeverSent(played) || (hidesReset(row) ? false : expected.repeats[rule]);
  if (repeats === true) {
    if (ending.kind === "failure" && !outlastsDeadline(ending.failure)) {
      // A call refused with 429 is repeated until the deadline, and no more often than the gate opens.
      if (ending.failure.kind === "rate-limited") {
        expect(attempts).toBeGreaterThanOrEqual(2);
        expect(attempts).toBeLessThanOrEqual(Math.ceil(options.deadlineMs / 1000));
      } else expect(attempts).toBe(maxAttempts);
    }
  } else if (repeats === false || rule === "POST") {
    if (ending.kind === "failure") expect(attempts).toBe(1);
    expect(requests.length).toBeLessThanOrEqual(most);
  }
  if (attempts !== undefined) expect(requests.length).toBeLessThanOrEqual(attempts * most);
  const reachable = row.address === "http" && row.mayHaveRun && !diesIdle(row);
  // On a busy machine, the time of an attempt may end before its request is sent.
  if (reachable && endsBy !== "timeout" && !expected.platformMayRepeat && attempts !== undefined)
    expect(requests.length).toBe(attempts);
}

/** Whether the request may use a connection that is already dead. */
function diesIdle({ name }: CatalogueRow): boolean {
  return name.endsWith("on an idle connection");
}

/**
 * Node's fetch treats a reset as the end of a body without a length (undici does, because of macOS). The body is then
 * half a JSON text, which cannot be parsed, and not one that broke off.
 */
function hidesReset({ name }: CatalogueRow): boolean {
  return name.startsWith("RST in body with framing close");
}

function outlastsDeadline({ retryAfterMs = 0 }: Failure): boolean {
  return retryAfterMs > 15_000;
}

/** I2: the key is in its header once per request, and nowhere else. */
function expectSecrecy({ ending, events, requests }: Played): void {
  for (const request of requests) {
    expect(headerValues(request, "X-Key")).toEqual([exampleKey]);
    expect(`${request.target}${request.body}`).not.toContain(exampleKey);
  }
  if (ending.kind === "failure") expectNoKey(ending.failure);
  expectNoKey(events);
}

const kinds = [
  "http",
  "rate-limited",
  "redirect",
  "timeout",
  "aborted",
  "connection",
  "unexpected-response",
  "key-unavailable",
  "configuration",
];

/** I3: every failure belongs to the client, and has its fields. */
function expectOurFailure({ ending, method, row }: Played): void {
  if (ending.kind === "stranger") throw new Error("a stranger came out", { cause: ending.stranger });
  if (ending.kind !== "failure") return;
  const { failure } = ending;
  const names =
    method === "GET"
      ? { operationId: "listThings", method: "GET", path: "/things" }
      : { operationId: "runThing", method: "POST", path: "/things/{id}/run" };
  expect(failure).toMatchObject(names);
  expect(failure).toBeInstanceOf(Error);
  expect(kinds).toContain(failure.kind);
  expect(failure.attempts).toBeGreaterThanOrEqual(1);
  expect(failure.elapsedMs).toBeGreaterThanOrEqual(0);
  expect(typeof failure.outcomeUnknown).toBe("boolean");
  expect(JSON.parse(JSON.stringify(failure))).toMatchObject({ ...names, kind: failure.kind });
  const warning = "The call may have run: check before sending it again.";
  expect(failure.message.includes(warning)).toBe(failure.outcomeUnknown);
  const answered = ["http", "rate-limited", "redirect", "unexpected-response"].includes(failure.kind);
  if (answered) expect(failure.status).toEqual(row.answered ? row.status : expect.any(Number));
}

/** I4: only a success resolves, and it resolves to the data that was sent. */
function expectOutcome({ ending, row: { expected, status } }: Played): void {
  if (ending.kind === "data") {
    expect(expected.outcome).not.toBe("failure");
    if (status !== undefined) expect(Math.floor(status / 100)).toBe(2);
    if (expected.json !== undefined) expect(ending.data).toEqual(JSON.parse(expected.json));
  } else if (ending.kind === "failure") {
    expect(expected.outcome).not.toBe("success");
    expect(expected.kinds).toContain(ending.failure.kind);
  }
}

/** I5: a failed POST that may have run reports it; a GET never does. */
function expectOutcomeUnknown(played: Played): void {
  const { ending, method, row } = played;
  const { expected } = row;
  if (ending.kind !== "failure") return;
  if (method === "GET" || isProvedNeverSent(played)) expect(ending.failure.outcomeUnknown).toBe(false);
  else if (expected.outcomeUnknown !== undefined) {
    expect(ending.failure.outcomeUnknown).toBe(expected.outcomeUnknown);
  }
}

/** A second, independent version of the client's rules, by the server's behaviour. */
const setupStatuses = [401, 402, 403, 405, 406, 407, 411, 415, 421, 426, 431, 501, 505, 511];
const passingStatuses = [408, 423, 425, 429];

/** The next step must follow from the observed call. */
function expectNext({ ending, row: { address } }: Played): void {
  if (ending.kind !== "failure") return;
  const { failure } = ending;
  const { status = 0 } = failure;
  if (failure.outcomeUnknown) expect(failure.next).toBe("check");
  else if (failure.kind === "http" || failure.kind === "rate-limited") {
    const inClass = (hundred: number) => Math.floor(status / 100) === hundred;
    const isSetup = setupStatuses.includes(status) || !(inClass(4) || inClass(5));
    const passes = passingStatuses.includes(status) || inClass(5);
    expect(failure.next).toBe(isSetup ? "fix-setup" : passes ? "retry" : "fix-request");
  } else if (failure.kind === "redirect") expect(failure.next).toBe("fix-setup");
  else if (failure.kind === "unexpected-response") {
    expect(failure.next).toBe(failure.brokenOff ? "retry" : "fix-setup");
  } else if (address !== "https") expect(failure.next).toBe("retry");
  // A failed handshake may be a temporary fault of the server, or a permanent one of the setup: the code decides.
  else expect(["retry", "fix-setup"]).toContain(failure.next);
}

/** I7: the call settles at most 250 ms after its deadline. */
function expectInTime({ overdueMs }: Played): void {
  expect(overdueMs).toBeLessThanOrEqual(250);
}

/** I8: no attempt arrives before the end of Retry-After, by the server's clock, and the failure has its value. */
function expectPatience({ ending, requests, row: { expected } }: Played): void {
  const { retryAfter } = expected;
  if (retryAfter === undefined || ending.kind !== "failure") return;
  const { retryAfterMs } = ending.failure;
  if (retryAfter === "absent") {
    expect(retryAfterMs).toBeUndefined();
    return;
  }
  // A date in the past counts as absent.
  if (retryAfterMs !== undefined || retryAfter.minimumMilliseconds > 0) {
    expect(retryAfterMs).toBeGreaterThanOrEqual(retryAfter.minimumMilliseconds);
    expect(retryAfterMs).toBeLessThanOrEqual(retryAfter.maximumMilliseconds);
  }
  requests.slice(1).forEach((request, index) => {
    const answeredAt = requests[index]?.answer.startedAt ?? Number.NaN;
    expect(request.receivedAt - answeredAt).toBeGreaterThanOrEqual(retryAfter.minimumMilliseconds);
  });
}

/** I9: the call leaves nothing behind; `playRow` has waited for the sockets. */
function expectNothingLeft({ listenersLeft, timersLeft }: Played): void {
  expect({ listenersLeft, timersLeft }).toEqual({ listenersLeft: 0, timersLeft: 0 });
}

/** The hooks report the same events as the call. */
function expectHonestHooks({ ending, events }: Played): void {
  const named = (name: string) => events.filter(([each]) => each === name).map(([, event]) => event);
  if (ending.kind === "data") {
    expect(named("failure")).toEqual([]);
    // A request on a dead connection was sent, and not received.
    expect(named("request").length - named("retry").length).toBe(1);
    return;
  }
  if (ending.kind !== "failure") return;
  const { kind, attempts, outcomeUnknown, status } = ending.failure;
  expect(named("failure")).toHaveLength(1);
  expect(named("failure")[0]).toMatchObject({ kind, attempt: attempts, outcomeUnknown });
  expect(named("failure")[0]).toHaveProperty("status", status);
  expect(named("request")).toHaveLength(attempts);
  expect(named("retry")).toHaveLength(attempts - 1);
}

/** Checks all rules that apply to every call. */
export function expectInvariants(played: Played): void {
  expectOurFailure(played);
  expectOutcome(played);
  expectNext(played);
  expectOutcomeUnknown(played);
  expectSentAsOften(played);
  expectSecrecy(played);
  expectInTime(played);
  expectPatience(played);
  expectNothingLeft(played);
  expectHonestHooks(played);
}
