import { getEventListeners } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { cutAnswer, type Fault } from "@np6/fault-server";
import { describe, expect, test, vi } from "vitest";
import type { Failure } from "../failures/failure.ts";
import type { Fetch } from "../options/configuration.ts";
import { exampleClient } from "../testing/example-client.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";
import { answer, good, useFaultServer } from "../testing/use-fault-server.test-support.ts";

const path = { id: 1 };
const silence = cutAnswer({ status: 200, body: "{}" }, "before-any-byte", "hang");
const slowly = (fault: Fault, milliseconds: number): Fault => ({
  ...fault,
  steps: [{ step: "pause", milliseconds }, ...fault.steps],
});

/** Collects the failures of many concurrent calls; undefined for a success. */
async function failuresOf(calls: readonly Promise<unknown>[]): Promise<(Failure | undefined)[]> {
  const ended = await Promise.allSettled(calls);
  return ended.map((each) => (each.status === "rejected" ? (each.reason as Failure) : undefined));
}

describe("a call in line", () => {
  test("starts its deadline when it has its place: what waits for longer than that still runs", async () => {
    const server = await useFaultServer(slowly(good, 100));
    const { byOperation } = exampleClient({ baseUrl: server.url, maxConcurrency: 1, deadlineMs: 2_000 });
    const calls = Array.from({ length: 24 }, () => byOperation.runThing({ path }));
    expect((await failuresOf(calls)).filter((failure) => failure !== undefined)).toEqual([]);
    expect(server.requests).toHaveLength(24);
  });

  test("whose time is up never starts, and says what it waited for", async () => {
    const server = await useFaultServer(silence);
    const told = vi.fn();
    const { byOperation } = exampleClient({
      baseUrl: server.url,
      maxConcurrency: 1,
      deadlineMs: 600,
      queueTimeoutMs: 500,
      on: { failure: told },
    });
    const failures = await failuresOf(Array.from({ length: 4 }, () => byOperation.runThing({ path })));
    expect(failures.map((failure) => failure?.attempts)).toEqual([1, 0, 0, 0]);
    expect(failures[0]).toMatchObject({ kind: "timeout", limit: "deadlineMs", outcomeUnknown: true });
    for (const failure of failures.slice(1)) {
      expect(failure).toMatchObject({ kind: "timeout", limit: "queueTimeoutMs", outcomeUnknown: false });
      expect(failure?.message).toContain(
        "500 ms (`queueTimeoutMs`); it waited for a slot of `maxConcurrency`.",
      );
    }
    expect(told.mock.calls.map(([event]) => [event.attempt, event.outcomeUnknown]).sort()).toEqual([
      [1, false],
      [1, false],
      [1, false],
      [1, true],
    ]);
    await wait(100);
    expect(server.requests).toHaveLength(1);
  });

  test("can be aborted, which leaves nothing on the signal", async () => {
    const server = await useFaultServer(silence);
    const { byOperation } = exampleClient({ baseUrl: server.url, maxConcurrency: 1 });
    const abort = new AbortController();
    const running = failureOf(() => byOperation.runThing({ path, signal: abort.signal }));
    await server.until(({ requests }) => requests.length === 1);
    const waiting = new AbortController();
    const waited = failureOf(() => byOperation.runThing({ path, signal: waiting.signal }));
    setImmediate(() => waiting.abort());
    const failure = await waited;
    expect(failure).toMatchObject({ kind: "aborted", attempts: 0, outcomeUnknown: false });
    expect(failure.message).toContain("aborted the call while it waited for a slot of `maxConcurrency`.");
    expect(getEventListeners(waiting.signal, "abort")).toHaveLength(0);
    abort.abort();
    expect(await running).toMatchObject({ kind: "aborted", attempts: 1 });
    expect(server.requests).toHaveLength(1);
  });
});

describe("never more than `maxConcurrency` are in flight", () => {
  test.each([
    ["limits that end in the same millisecond", { attemptTimeoutMs: 40 }],
    ["deadlines that end in the same millisecond", { deadlineMs: 40 }],
  ])("when %s free the places", async (_name, limits) => {
    const server = await useFaultServer(silence);
    const seen: number[] = [];
    server.script(() => {
      seen.push(server.exchangesInProgress);
      return silence;
    });
    const options = { baseUrl: server.url, maxConcurrency: 8, queueTimeoutMs: 400, ...limits };
    const { byOperation } = exampleClient(options);
    const failures = await failuresOf(Array.from({ length: 300 }, () => byOperation.runThing({ path })));
    const sent = failures.filter((failure) => failure?.attempts !== 0);
    expect(Math.max(...seen)).toBeLessThanOrEqual(8);
    expect(sent.length).toBeGreaterThanOrEqual(server.requests.length);
    expect(failures.filter((failure) => failure?.outcomeUnknown)).toEqual(sent);
    expect(failures.length - sent.length).toBeGreaterThan(8);
  });

  test("when aborts, refusals, key functions and hooks free them", async () => {
    const server = await useFaultServer(answer(400));
    const seen: number[] = [];
    const faults = [slowly(answer(400), 10), silence, slowly(good, 5)];
    server.script((_request, index) => {
      seen.push(server.exchangesInProgress);
      return faults[index % faults.length] ?? good;
    });
    let asked = 0;
    const { byOperation } = exampleClient({
      baseUrl: server.url,
      maxConcurrency: 4,
      attemptTimeoutMs: 300,
      apiKey: async () => {
        asked += 1;
        if (asked % 7 === 0) throw new Error("the vault is down");
        return "k";
      },
      on: {
        request: () => {
          throw new Error("broken hook");
        },
      },
    });
    const calls = Array.from({ length: 120 }, (_, index) => {
      const controller = new AbortController();
      if (index % 5 === 0) setTimeout(() => controller.abort(), index);
      return byOperation.runThing({ path, signal: controller.signal });
    });
    await failuresOf(calls);
    expect(Math.max(...seen)).toBeLessThanOrEqual(4);
    server.script(good);
    const last = await failuresOf(Array.from({ length: 6 }, () => byOperation.runThing({ path })));
    expect(last.filter((failure) => failure === undefined).length).toBeGreaterThanOrEqual(5);
  });
});

describe("the time is looked at again", () => {
  const spend = (milliseconds: number): void => {
    const until = performance.now() + milliseconds;
    while (performance.now() < until);
  };

  test("after the key came", async () => {
    const fetch = vi.fn<Fetch>();
    const apiKey = async () => {
      await Promise.resolve();
      spend(15);
      return "k";
    };
    const { byOperation } = exampleClient({ fetch, apiKey, attemptTimeoutMs: 10 });
    const failure = await failureOf(() => byOperation.runThing({ path }));
    expect(failure).toMatchObject({ kind: "timeout", attempts: 0, outcomeUnknown: false });
    expect(fetch).not.toHaveBeenCalled();
  });

  test("after a hook, which may also abort the call", async () => {
    const fetch = vi.fn<Fetch>();
    const slow = exampleClient({ fetch, deadlineMs: 10, on: { request: () => spend(15) } });
    const failure = await failureOf(() => slow.byOperation.runThing({ path }));
    expect(failure).toMatchObject({
      kind: "timeout",
      limit: "deadlineMs",
      attempts: 0,
      outcomeUnknown: false,
    });
    const abort = new AbortController();
    const aborting = exampleClient({ fetch, on: { request: () => abort.abort() } });
    const aborted = await failureOf(() => aborting.byOperation.runThing({ path, signal: abort.signal }));
    expect(aborted).toMatchObject({ kind: "aborted", attempts: 0, outcomeUnknown: false });
    expect(fetch).not.toHaveBeenCalled();
  });

  test("after the wait for the next attempt", async () => {
    const fetch = vi.fn<Fetch>(async () => new Response(null, { status: 500 }));
    const { byOperation } = exampleClient({
      fetch,
      deadlineMs: 60,
      retry: { baseDelayMs: 1, maxDelayMs: 1 },
      on: { retry: () => setTimeout(() => spend(80), 0) },
    });
    const failure = await failureOf(() => byOperation.listThings());
    expect(failure).toMatchObject({ kind: "timeout", limit: "deadlineMs", attempts: 1 });
    expect(failure.message).toContain("it waited for the next attempt.");
    expect(fetch).toHaveBeenCalledOnce();
  });

  test("and a key that never comes is what was waited for", async () => {
    const apiKey = () => new Promise<string>(() => undefined);
    const { byOperation } = exampleClient({ apiKey, attemptTimeoutMs: 10 });
    const failure = await failureOf(() => byOperation.runThing({ path }));
    expect(failure.message).toContain("10 ms (`attemptTimeoutMs`); it waited for the key.");
  });
});
