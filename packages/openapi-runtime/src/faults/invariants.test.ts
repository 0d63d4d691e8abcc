import { type CatalogueRow, faultCatalogue } from "@np6/fault-server";
import { expect, test } from "vitest";
import { sleep } from "../limits/sleep.ts";
import { exampleKey } from "../testing/example-client.test-support.ts";
import { expectInvariants } from "./invariants.test-support.ts";
import { type Played, playRow } from "./play-row.test-support.ts";
import { startControlTimer } from "./start-control-timer.test-support.ts";
import { watchProcess } from "./watch-process.test-support.ts";
import { runWatched, watchTimers } from "./watch-timers.test-support.ts";

const rows = faultCatalogue({
  contentType: "application/json",
  json: '{"done":true}',
  otherOrigin: "http://127.0.0.1:9",
  secret: exampleKey,
});

function rowNamed(name: string): CatalogueRow {
  const row = rows.find((each) => each.name === name);
  if (row === undefined) throw new Error(`the catalogue has no row ${name}`);
  return row;
}

/** A call that obeys the rules: a POST that is refused. */
const honest = await playRow(rowNamed("400 with a JSON body"), "POST", "by operation");
const [request] = honest.requests;
if (honest.ending.kind !== "failure" || request === undefined) throw new Error("the call has to fail");
const { failure } = honest.ending;

/** Copies the failure with different fields. */
function failureWith(fields: object): Played["ending"] {
  const changed = Object.create(Object.getPrototypeOf(failure), {
    ...Object.getOwnPropertyDescriptors(failure),
    ...Object.getOwnPropertyDescriptors(fields),
  });
  return { kind: "failure", failure: changed };
}

test("a call that keeps the rules passes", () => {
  expect(() => expectInvariants(honest)).not.toThrow();
  expect(() => expectInvariants({ ...honest, ending: failureWith({}) })).not.toThrow();
});

const retryAfterRow = rowNamed('429 with Retry-After "1"');
const impatient = { ...request, receivedAt: (request.answer.startedAt ?? 0) + 999 };

test.each<[string, Partial<Played>]>([
  ["is sent twice", { requests: [request, request] }],
  ["is sent without the key", { requests: [{ ...request, headers: [] }] }],
  [
    "is sent with the key twice",
    { requests: [{ ...request, headers: [...request.headers, ["x-key", exampleKey]] }] },
  ],
  ["has the key in its URL", { requests: [{ ...request, target: `/?key=${exampleKey}` }] }],
  ["has the key in its failure", { ending: failureWith({ message: `400 ${exampleKey}` }) }],
  ["has the key in the cause of a cause", { ending: failureWith({ cause: { cause: [exampleKey] } }) }],
  ["shows the key to a hook", { events: [...honest.events, ["retry", { url: `/${exampleKey}` }]] }],
  [
    "fails with somebody else's error",
    { ending: { kind: "stranger", stranger: new TypeError("fetch failed") } },
  ],
  ["fails without its name", { ending: failureWith({ operationId: undefined }) }],
  ["fails with another kind", { ending: failureWith({ kind: "connection" }) }],
  ["fails with another status", { ending: failureWith({ status: 401 }) }],
  ["succeeds although it was refused", { ending: { kind: "data", data: undefined } }],
  [
    "says that it was never sent although it was",
    { row: rowNamed("connection refused"), ending: failureWith({ kind: "connection", neverSent: true }) },
  ],
  ["calls its outcome unknown", { ending: failureWith({ outcomeUnknown: true }) }],
  ["was attempted more often", { ending: failureWith({ attempts: 2 }) }],
  ["settles late", { overdueMs: 251 }],
  ["leaves a listener", { listenersLeft: 1 }],
  ["leaves a timer", { timersLeft: 1 }],
  ["fails without telling the hook", { events: honest.events.filter(([name]) => name !== "failure") }],
  [
    "does not wait for Retry-After",
    {
      row: retryAfterRow,
      ending: failureWith({ kind: "rate-limited", status: 429, retryAfterMs: 1_000, attempts: 3 }),
      requests: [request, impatient, impatient],
    },
  ],
])("control: a call that %s does not pass", (_name, change) => {
  expect(() => expectInvariants({ ...honest, ...change })).toThrow();
});

test("control: the watch over timers sees one of the client's that runs, and not one of a test's", async () => {
  watchTimers();
  const abort = new AbortController();
  const { result, timers } = runWatched(() => sleep(10_000, abort.signal));
  const mine = runWatched(async () => setTimeout(() => undefined, 10_000));
  expect([timers.size, mine.timers.size]).toEqual([1, 0]);
  clearTimeout(await mine.result);
  abort.abort();
  await expect(result).rejects.toThrow();
  expect(timers.size).toBe(0);
});

test("control: the watch over the process writes down what comes, until it is stopped", () => {
  const watch = watchProcess();
  process.emit("warning", new Error("a warning that a test makes"));
  watch.stop();
  process.emit("warning", new Error("another warning that a test makes"));
  expect(watch.incidents).toEqual([expect.stringContaining("warning: Error: a warning that a test makes")]);
});

test("control: a call that settles before its deadline is not overdue", () => {
  const control = startControlTimer(60_000);
  expect(control.overdueMs()).toBeLessThan(0);
  control.stop();
});
