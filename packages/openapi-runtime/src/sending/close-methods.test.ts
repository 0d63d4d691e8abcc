import { cutAnswer, type Fault } from "@np6/fault-server";
import { describe, expect, test, vi } from "vitest";
import type { Fetch } from "../options/configuration.ts";
import { createUndiciFetch } from "../testing/create-undici-fetch.test-support.ts";
import { exampleClient } from "../testing/example-client.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";
import { answer, good, useFaultServer } from "../testing/use-fault-server.test-support.ts";

const path = { id: 1 };
const silence = cutAnswer({ status: 200, body: "{}" }, "before-any-byte", "hang");
const slow: Fault = { ...good, steps: [{ step: "pause", milliseconds: 100 }, ...good.steps] };

describe.each([
  ["the platform's fetch", (): Fetch | undefined => undefined],
  ["undici", (): Fetch | undefined => createUndiciFetch()],
])("a client that is closed, on %s", (_name, makeFetch) => {
  test("lets running calls end, ends those in line, and counts", async () => {
    const server = await useFaultServer(slow);
    const { byOperation, byPath, closing } = exampleClient({
      baseUrl: server.url,
      maxConcurrency: 2,
      fetch: makeFetch(),
    });
    // A call by path first: a client's first one loads openapi-fetch before it waits in the queue.
    const running = [
      byPath.POST("/things/{id}/run", { params: { path } }).then(({ data }) => data),
      byOperation.runThing({ path }),
    ];
    await server.until(({ requests }) => requests.length === 2);
    const inLine = [
      failureOf(() => byOperation.runThing({ path })),
      failureOf(() => byPath.POST("/things/{id}/run", { params: { path } })),
    ];
    expect(await closing.close({ graceMs: 20_000 })).toEqual({ finished: 2, notSent: 2, unknown: 0 });
    expect(await Promise.all(running)).toEqual([{ done: true }, { done: true }]);
    for (const failure of await Promise.all(inLine)) {
      expect(failure).toMatchObject({ kind: "aborted", attempts: 0, outcomeUnknown: false });
      expect(failure.message).toContain("the client was closed while it waited for a slot");
    }
    expect(server.requests).toHaveLength(2);
  });

  test("ends calls by path that still load openapi-fetch, and counts them", async () => {
    const server = await useFaultServer(good);
    const { byPath, closing } = exampleClient({ baseUrl: server.url, fetch: makeFetch() });
    const failure = failureOf(() => byPath.POST("/things/{id}/run", { params: { path } }));
    expect(await closing.close()).toEqual({ finished: 0, notSent: 1, unknown: 0 });
    expect(await failure).toMatchObject({ kind: "aborted", attempts: 0, outcomeUnknown: false });
    expect(server.requests).toEqual([]);
  });

  test("aborts what outlasts the grace, which may have run", async () => {
    const server = await useFaultServer(silence);
    const { byOperation, closing } = exampleClient({ baseUrl: server.url, fetch: makeFetch() });
    const running = failureOf(() => byOperation.runThing({ path }));
    await server.until(({ requests }) => requests.length === 1);
    const slowly = closing.close({ graceMs: 60_000 });
    // A second signal ends the grace period.
    expect(await closing.close({ graceMs: 0 })).toEqual({ finished: 0, notSent: 0, unknown: 1 });
    expect(await slowly).toEqual({ finished: 0, notSent: 0, unknown: 1 });
    const failure = await running;
    expect(failure).toMatchObject({ kind: "aborted", attempts: 1, outcomeUnknown: true });
    expect(failure.message).toContain("the client was closed.");
    await server.until(({ openSockets }) => openSockets === 0);
  });

  test("refuses calls that are made later, before anything is sent", async () => {
    const server = await useFaultServer(good);
    const { byOperation, byPath, closing } = exampleClient({ baseUrl: server.url, fetch: makeFetch() });
    expect(await closing.close()).toEqual({ finished: 0, notSent: 0, unknown: 0 });
    const calls = [
      () => byOperation.runThing({ path }),
      () => byPath.POST("/things/{id}/run", { params: { path } }),
    ];
    for (const call of calls) {
      const failure = await failureOf(call);
      expect(failure).toMatchObject({ kind: "aborted", attempts: 0, outcomeUnknown: false, next: "retry" });
      expect(failure.message).toContain("the client is closed: create a new one.");
    }
    expect(server.requests).toHaveLength(0);
  });
});

test("a call that a 429 refused, and that waits, did not run when the client is closed", async () => {
  const server = await useFaultServer(answer(429, "", [["Retry-After", "30"]]));
  const { byOperation, closing } = exampleClient({ baseUrl: server.url });
  const waiting = failureOf(() => byOperation.runThing({ path }));
  await server.until(({ exchangesInProgress, requests }) => requests.length + exchangesInProgress === 1);
  expect(await closing.close({ graceMs: 10 })).toEqual({ finished: 0, notSent: 1, unknown: 0 });
  expect(await waiting).toMatchObject({ kind: "aborted", attempts: 1, outcomeUnknown: false });
});

test("the connections that createUndiciFetch opened end with the last client that uses them", async () => {
  const server = await useFaultServer(good);
  const fetch = createUndiciFetch();
  const clients = [
    exampleClient({ baseUrl: server.url, fetch }),
    exampleClient({ baseUrl: server.url, fetch }),
  ];
  for (const { byOperation } of clients) await byOperation.runThing({ path });
  await clients[0]?.closing.close();
  expect(await clients[1]?.byOperation.runThing({ path })).toEqual({ done: true });
  expect(server.openSockets).toBeGreaterThan(0);
  await clients[1]?.closing.close();
  await server.until(({ openSockets }) => openSockets === 0);
});

test("`await using` closes it", async () => {
  const fetch = Object.assign(vi.fn<Fetch>(), { close: vi.fn() });
  const { closing } = exampleClient({ fetch });
  await closing[Symbol.asyncDispose]();
  expect(fetch.close).toHaveBeenCalledOnce();
  // A second call changes nothing.
  await closing.close();
  expect(fetch.close).toHaveBeenCalledOnce();
});

test.each([{ graceMs: -1 }, { graceMs: Number.POSITIVE_INFINITY }, { grace: 1 }])(
  "%j is refused, and the client stays open",
  async (options) => {
    const { byOperation, closing } = exampleClient({
      fetch: async () => new Response(null, { status: 404 }),
    });
    const failure = await failureOf(() => closing.close(options as { graceMs: number }));
    expect(failure.message).toMatch(/graceMs/);
    expect(await failureOf(() => byOperation.runThing({ path }))).toMatchObject({ status: 404 });
  },
);
