import { describe, expect, test, vi } from "vitest";
import { exampleClient } from "../testing/example-client.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";
import { answer, good, useFaultServer } from "../testing/use-fault-server.test-support.ts";

const path = { id: 1 };

test("the gate is a client's: another one does not wait", async () => {
  const limited = await useFaultServer(answer(429, "", [["Retry-After", "30"]]));
  const free = await useFaultServer(good);
  const one = exampleClient({ baseUrl: limited.url });
  const abort = new AbortController();
  const waiting = failureOf(() => one.byOperation.runThing({ path, signal: abort.signal }));
  await limited.until(({ requests }) => requests.length === 1);
  const other = exampleClient({ baseUrl: free.url });
  expect(await other.byOperation.runThing({ path })).toEqual({ done: true });
  abort.abort();
  expect(await waiting).toMatchObject({ kind: "aborted", attempts: 1, outcomeUnknown: false });
});

describe("a closed gate", () => {
  /** Makes a client whose gate a 429 has closed, and a call that waits there. */
  async function closedGate(retryAfter: string, options: Parameters<typeof exampleClient>[0] = {}) {
    const server = await useFaultServer(answer(429, "", [["Retry-After", retryAfter]]), good);
    const events: { readonly kind: string; readonly delayMs: number }[] = [];
    const closed = Promise.withResolvers<void>();
    const { byOperation } = exampleClient({
      baseUrl: server.url,
      ...options,
      on: {
        retry: (event) => {
          events.push(event);
          closed.resolve();
        },
        failure: () => closed.resolve(),
      },
    });
    const abort = new AbortController();
    const first = byOperation.runThing({ path, signal: abort.signal }).catch((failure: unknown) => failure);
    await closed.promise;
    return { server, byOperation, abort, first, events };
  }

  test("holds calls that were never sent as the line does: for `queueTimeoutMs`", async () => {
    const { server, byOperation, abort, first, events } = await closedGate("30");
    expect(events).toMatchObject([{ kind: "rate-limited", delayMs: expect.any(Number) }]);
    expect(events[0]?.delayMs).toBeGreaterThan(29_000);
    const failure = await failureOf(() => byOperation.runThing({ path, queueTimeoutMs: 20 }));
    expect(failure).toMatchObject({
      kind: "timeout",
      limit: "queueTimeoutMs",
      attempts: 0,
      outcomeUnknown: false,
    });
    expect(failure.message).toContain("it waited for the server's rate limit");
    const waiting = new AbortController();
    const aborted = failureOf(() => byOperation.runThing({ path, signal: waiting.signal }));
    setImmediate(() => waiting.abort());
    expect(await aborted).toMatchObject({ kind: "aborted", attempts: 0, outcomeUnknown: false });
    abort.abort();
    await first;
    expect(server.requests).toHaveLength(1);
  });

  test("does not count the wait there of a call that was never sent against its deadline", async () => {
    const { byOperation, first } = await closedGate("1");
    expect(await byOperation.runThing({ path, deadlineMs: 900 })).toEqual({ done: true });
    expect(await first).toEqual({ done: true });
  });

  test("for more than 60 seconds refuses at once, and says how long", async () => {
    const { server, byOperation, first } = await closedGate("90");
    expect(await first).toMatchObject({ kind: "rate-limited", attempts: 1, retryAfterMs: 90_000 });
    const failure = await failureOf(() => byOperation.runThing({ path }));
    expect(failure).toMatchObject({ kind: "rate-limited", status: 429, attempts: 0, outcomeUnknown: false });
    expect(failure.retryAfterMs).toBeGreaterThan(80_000);
    expect(server.requests).toHaveLength(1);
  });

  test("is none for a call without retries, which does not close it either", async () => {
    const { server, byOperation, abort, first } = await closedGate("30");
    expect(await byOperation.runThing({ path, retry: false })).toEqual({ done: true });
    server.script([answer(429, "", [["Retry-After", "30"]]), good]);
    const other = exampleClient({ baseUrl: server.url });
    await failureOf(() => other.byOperation.runThing({ path, retry: false }));
    expect(await other.byOperation.runThing({ path })).toEqual({ done: true });
    abort.abort();
    await first;
  });
});

test("a 429 takes nothing from the retry budget, and does not count against `maxAttempts`", async () => {
  const refusals = Array.from({ length: 3 }, () => answer(429));
  const server = await useFaultServer(...refusals, answer(500), answer(500), good);
  const { byOperation } = exampleClient({ baseUrl: server.url, retry: { maxAttempts: 3, baseDelayMs: 0 } });
  const deleted = await failureOf(() => byOperation.runThing({ path }));
  expect(deleted).toMatchObject({ status: 500, attempts: 4, outcomeUnknown: true });
  server.script([answer(429), answer(500), answer(500), good]);
  expect(await byOperation.listThings()).toEqual({ done: true });
});

test("a date in Retry-After is read by the answer's own Date, however wrong our clock is", async () => {
  const fiveSeconds = new Date(Date.now() - 3_600_000 + 5_000).toUTCString();
  const date = new Date(Date.now() - 3_600_000).toUTCString();
  const server = await useFaultServer(
    answer(429, "", [
      ["Retry-After", fiveSeconds],
      ["Date", date],
    ]),
  );
  const { byOperation } = exampleClient({ baseUrl: server.url, deadlineMs: 1_000 });
  const failure = await failureOf(() => byOperation.runThing({ path }));
  expect(failure).toMatchObject({ kind: "rate-limited", retryAfterMs: 5_000, attempts: 1 });
});

test("a server that is silent holds nobody back who may go at any number", async () => {
  const hooks = vi.fn();
  const pending = Promise.withResolvers<Response>();
  const { byOperation } = exampleClient({ fetch: () => pending.promise, on: { request: hooks } });
  const calls = Array.from({ length: 60 }, () => byOperation.runThing({ path, deadlineMs: 5_000 }));
  const ended = Promise.allSettled(calls);
  await vi.waitUntil(() => hooks.mock.calls.length === 60, { timeout: 10_000 });
  pending.reject(new Error("over"));
  await ended;
});
