import type { Fault, ReceivedRequest } from "@np6/fault-server";
import { expect } from "vitest";
import { exampleOperation } from "../testing/example-api.test-support.ts";
import { exampleKey } from "../testing/example-client.test-support.ts";
import { exampleFailures } from "../testing/example-failures.test-support.ts";
import { expectNoKey } from "../testing/expect-no-key.test-support.ts";
import { answeredHead } from "./answered-head.test-support.ts";
import type { ScenarioRun } from "./run-scenario.test-support.ts";

const { isFailure } = exampleFailures;

const kinds = ["http", "rate-limited", "redirect", "timeout", "aborted", "connection", "unexpected-response"];

/** Largest delay of a call after its deadline, in milliseconds. Generous, because the machines are slow and shared. */
const toleranceMs = 5_000;

/** Events during a call that the call itself does not show. */
export interface SeenMeanwhile {
  /** Connections to the other origin. */
  readonly strangers: number;
  /** Unhandled rejections, uncaught exceptions and warnings. */
  readonly unhandled: readonly unknown[];
}

/** Checks the rules for every call, whatever the server did. @throws the assertion that fails */
export function checkInvariants(run: ScenarioRun, { strangers, unhandled }: SeenMeanwhile): void {
  checkSentOnce(run);
  checkSecrecy(run, strangers);
  if ("failure" in run.outcome) checkFailure(run, run.outcome.failure);
  else checkSuccess(run);
  expect(unhandled, "nothing is left unhandled, nothing is warned of").toEqual([]);
  expect(run.elapsedMs, "the call ends by its deadline").toBeLessThan(run.scenario.deadlineMs + toleranceMs);
  expect(run.inFlight, "no socket is left in flight").toBeLessThanOrEqual(0);
  expect(run.listeners, "no listener is left on the caller's signal").toBe(0);
}

/** A call that is not idempotent is sent again only after a refusal, or when the caller allowed it. */
function checkSentOnce({ scenario, requests, events }: ScenarioRun): void {
  const { operationId, maxAttempts, nonIdempotentWhenUnknown, nonIdempotentOn503, abort } = scenario;
  const counted = requests.filter(
    (request) => answeredHead(playedFault(scenario.faults, request))?.status !== 429,
  );
  expect(counted.length, "no more requests than attempts").toBeLessThanOrEqual(maxAttempts);
  if (abort.at === "before") expect(requests, "an aborted call sends nothing").toEqual([]);
  const everySendingArrived = events.filter(({ hook }) => hook === "request").length === requests.length;
  requests.slice(0, -1).forEach((request, index) => {
    const fault = playedFault(scenario.faults, request);
    const { status, retryAfter = [] } = answeredHead(fault) ?? {};
    const [seconds = "", ...others] = retryAfter;
    // Time may have ended before the client read the server's response.
    const heard = events.some(
      ({ hook, event }) => hook === "response" && event.attempt === index + 1 && event.status === status,
    );
    // A date, an invalid value, or a header that was sent twice counts as absent.
    if (everySendingArrived && heard && /^\d+$/.test(seconds) && others.length === 0) {
      const next = requests[index + 1]?.receivedAt ?? 0;
      // Measured from the first byte of the response: both sides observe that moment.
      const gap = next - (request.answer.startedAt ?? 0);
      expect(gap, "the next attempt waits as long as asked").toBeGreaterThanOrEqual(Number(seconds) * 1000);
    }
    if (exampleOperation(operationId).idempotent || nonIdempotentWhenUnknown) return;
    const repeats = status === 429 || (status === 503 && nonIdempotentOn503);
    expect(repeats, `sent again after ${fault.name}`).toBe(true);
  });
}

/** The key is sent in its own header, to one server, and appears nowhere else. */
function checkSecrecy({ outcome, events, requests }: ScenarioRun, strangers: number): void {
  expect(strangers, "nobody connects to the other origin").toBe(0);
  for (const { target, headers, body } of requests) {
    const others = headers.filter(([name]) => name.toLowerCase() !== "x-key");
    expectNoKey([target, others, body.toString("utf8")]);
    expect(headers.filter(([name]) => name.toLowerCase() === "x-key")).toEqual([["X-Key", exampleKey]]);
  }
  if ("failure" in outcome) expectNoKey(outcome.failure);
  expectNoKey(events);
}

function checkSuccess({ scenario, requests }: ScenarioRun): void {
  const last = requests.at(-1);
  // A server that responds on connect, and resets, may never read the request.
  const fault =
    last === undefined
      ? scenario.faults.find(({ begin }) => begin === "connection")
      : playedFault(scenario.faults, last);
  if (fault === undefined) throw new Error("a success without a request");
  const declared = { listThings: [200], createThing: [201, 202], runThing: [200], deleteThing: [204] };
  expect(declared[scenario.operationId], `a success of ${fault.name}`).toContain(answeredHead(fault)?.status);
}

function checkFailure({ scenario, requests }: ScenarioRun, failure: unknown): void {
  if (!isFailure(failure)) throw new Error("the failure is none of ours", { cause: failure });
  const { operationId } = scenario;
  const { method, path, idempotent } = exampleOperation(operationId);
  expect(failure).toMatchObject({ operationId, method, path });
  expect(kinds).toContain(failure.kind);
  expect(failure.attempts, "attempts are counted").toBeGreaterThanOrEqual(requests.length);
  const refused = requests.filter(
    (request) => answeredHead(playedFault(scenario.faults, request))?.status === 429,
  );
  expect(failure.attempts - refused.length).toBeLessThanOrEqual(scenario.maxAttempts);
  expect(Number.isInteger(failure.elapsedMs)).toBe(true);
  expect(typeof failure.outcomeUnknown).toBe("boolean");
  if (idempotent) expect(failure.outcomeUnknown, "a repeat harms nobody").toBe(false);
  else if (!failure.outcomeUnknown) {
    const maybe = requests.filter((each) => each.complete && !refuses(playedFault(scenario.faults, each)));
    expect(
      maybe.map(({ answer }) => answer.fault),
      "a failure that says the call did not run",
    ).toEqual([]);
  }
}

/** Whether a fault proves that the call did not run. */
function refuses(fault: Fault): boolean {
  const { status = 0 } = answeredHead(fault) ?? {};
  return status >= 300 && status < 500 && status !== 303 && status !== 408;
}

function playedFault(faults: readonly Fault[], { answer }: ReceivedRequest): Fault {
  const fault = faults[Number.parseInt(answer.fault, 10)];
  if (fault === undefined) throw new Error(`no fault is called ${answer.fault}`);
  return fault;
}
