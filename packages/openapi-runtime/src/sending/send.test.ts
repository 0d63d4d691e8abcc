import { getEventListeners } from "node:events";
import { cutAnswer, headerValues, respond } from "@np6/fault-server";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { Fetch } from "../options/configuration.ts";
import { exampleClient } from "../testing/example-client.test-support.ts";
import { exampleFailures } from "../testing/example-failures.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";
import { answer, good, useFaultServer } from "../testing/use-fault-server.test-support.ts";

const { TimeoutError } = exampleFailures;

const path = { id: 1 };
const quick = { baseDelayMs: 1, maxDelayMs: 2 };
const reset = cutAnswer({ status: 200, body: "{}" }, "before-any-byte", "reset");
const silence = cutAnswer({ status: 200, body: "{}" }, "before-any-byte", "hang");

describe("a refusal for the rate", () => {
  test("is tried again, also by a POST, until it is none", async () => {
    const server = await useFaultServer(answer(429), answer(429), good);
    const { byOperation } = exampleClient({ baseUrl: server.url, retry: quick });
    expect(await byOperation.runThing({ path })).toEqual({ done: true });
    expect(server.requests.map(({ method, target }) => `${method} ${target}`)).toEqual(
      Array.from({ length: 3 }, () => "POST /things/1/run"),
    );
  });

  test("is no reason to give up while the deadline lasts, and the call surely did not run", async () => {
    const server = await useFaultServer(answer(429));
    const { byOperation } = exampleClient({
      baseUrl: server.url,
      retry: { maxAttempts: 2 },
      deadlineMs: 1_500,
    });
    const failure = await failureOf(() => byOperation.runThing({ path }));
    // Sent at 0, 250 and 750 ms; the next would be at 1,750 ms.
    expect(failure).toMatchObject({ kind: "rate-limited", attempts: 3, outcomeUnknown: false });
    expect(server.requests).toHaveLength(3);
  });

  test("is not tried again before Retry-After is over, by the server's own clock", async () => {
    const server = await useFaultServer(answer(429, "", [["Retry-After", "1"]]), good);
    const { byOperation } = exampleClient({ baseUrl: server.url, retry: quick });
    await byOperation.runThing({ path });
    const [first, second] = server.requests;
    const gap = (second?.receivedAt ?? Number.NaN) - (first?.answer.startedAt ?? Number.NaN);
    expect(gap).toBeGreaterThanOrEqual(1_000);
  });

  test.each([
    ["beyond 60 seconds", "61", 61_000, 120_000],
    ["beyond what a timer takes", "2147484", 2_147_484_000, 120_000],
    ["beyond the deadline", "2", 2_000, 1_900],
  ])(
    "fails at once when Retry-After is %s, and says how long it is",
    async (_name, value, ms, deadlineMs) => {
      const server = await useFaultServer(answer(429, "", [["Retry-After", value]]), good);
      const { byOperation } = exampleClient({ baseUrl: server.url, deadlineMs });
      const failure = await failureOf(() => byOperation.runThing({ path }));
      expect(failure).toMatchObject({ kind: "rate-limited", retryAfterMs: ms, attempts: 1 });
      expect(server.requests).toHaveLength(1);
    },
  );

  test.each([
    ["the client", { retry: false } as const, {}, 1],
    ["the call", {}, { retry: false } as const, 1],
  ])("is tried once when %s says so", async (_who, options, init, attempts) => {
    const server = await useFaultServer(answer(429));
    const { byOperation } = exampleClient({ baseUrl: server.url, ...options });
    const failure = await failureOf(() => byOperation.runThing({ path, ...init }));
    expect(failure.attempts).toBe(attempts);
    expect(server.requests).toHaveLength(attempts);
  });
});

describe("what may have run", () => {
  test("is not sent again, and stays open", async () => {
    const server = await useFaultServer(answer(429), reset, good);
    const { byOperation } = exampleClient({ baseUrl: server.url, retry: quick });
    const failure = await failureOf(() => byOperation.runThing({ path }));
    expect(failure).toMatchObject({ kind: "connection", attempts: 2, outcomeUnknown: true });
    expect(server.requests).toHaveLength(2);
  });

  test("is sent again by a call that asks for it", async () => {
    const server = await useFaultServer(reset, answer(500), good);
    const { byPath } = exampleClient({ baseUrl: server.url, retry: quick });
    const retry = { nonIdempotentWhenUnknown: true };
    const { data } = await byPath.POST("/things/{id}/run", { params: { path }, retry });
    expect(data).toEqual({ done: true });
    expect(server.requests).toHaveLength(3);
  });

  test("is still open when a later attempt is refused: the first one may have run", async () => {
    const server = await useFaultServer(reset, answer(400), good);
    const { byOperation } = exampleClient({ baseUrl: server.url, retry: quick });
    const retry = { nonIdempotentWhenUnknown: true };
    const failure = await failureOf(() => byOperation.runThing({ path, retry }));
    expect(failure).toMatchObject({ kind: "http", status: 400, attempts: 2, outcomeUnknown: true });
    server.script(answer(400));
    // Control: after a refusal alone, the outcome is known.
    const refused = await failureOf(() => byOperation.runThing({ path, retry }));
    expect(refused).toMatchObject({ status: 400, attempts: 1, outcomeUnknown: false });
  });

  test("is still open when a later attempt has no key", async () => {
    const server = await useFaultServer(reset, good);
    const apiKey = vi.fn(() => (apiKey.mock.calls.length === 1 ? "key-1" : ""));
    const failures = vi.fn();
    const { byOperation } = exampleClient({
      baseUrl: server.url,
      retry: quick,
      apiKey,
      on: { failure: failures },
    });
    const retry = { nonIdempotentWhenUnknown: true };
    const failure = await failureOf(() => byOperation.runThing({ path, retry }));
    expect(failure).toMatchObject({ kind: "configuration", attempts: 1, outcomeUnknown: true });
    expect(failures).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ kind: "configuration", attempt: 1, outcomeUnknown: true }),
    );
  });

  test("by a harmless call is sent again without asking, and nothing is open", async () => {
    const server = await useFaultServer(reset, answer(503), answer(500));
    const { byOperation } = exampleClient({ baseUrl: server.url, retry: quick });
    const failure = await failureOf(() => byOperation.listThings());
    expect(failure).toMatchObject({ kind: "http", status: 500, attempts: 3, outcomeUnknown: false });
  });
});

describe("a 503 that says when to come back", () => {
  const busy = answer(503, "", [["Retry-After", "0"]]);

  test.each([
    ["by default not", {}, {}, 1],
    ["when the client says so", { nonIdempotentOn503: true }, {}, 2],
    ["when the call says so", {}, { nonIdempotentOn503: true }, 2],
    ["not when the call takes it back", { nonIdempotentOn503: true }, { nonIdempotentOn503: false }, 1],
  ])("lets a POST be sent again: %s", async (_name, ofClient, retry, requests) => {
    const server = await useFaultServer(busy, good);
    const { byOperation } = exampleClient({ baseUrl: server.url, retry: { ...quick, ...ofClient } });
    const call = byOperation.runThing({ path, retry });
    if (requests === 2) expect(await call).toEqual({ done: true });
    else {
      expect(await failureOf(() => call)).toMatchObject({
        status: 503,
        outcomeUnknown: true,
        retryAfterMs: 0,
      });
    }
    expect(server.requests).toHaveLength(requests);
  });

  test("without a Retry-After says nothing, and the POST is sent once", async () => {
    const server = await useFaultServer(answer(503), good);
    const retry = { ...quick, nonIdempotentOn503: true };
    const { byOperation } = exampleClient({ baseUrl: server.url, retry });
    await failureOf(() => byOperation.runThing({ path }));
    expect(server.requests).toHaveLength(1);
  });
});

describe("the key", () => {
  test("is asked for before every attempt, so that it can change in between", async () => {
    const server = await useFaultServer(answer(429), answer(429), good);
    const apiKey = vi.fn(async () => `key-${apiKey.mock.calls.length}`);
    const { byOperation } = exampleClient({ baseUrl: server.url, retry: quick, apiKey });
    await byOperation.runThing({ path });
    expect(server.requests.map((request) => headerValues(request, "X-Key"))).toEqual([
      ["key-1"],
      ["key-2"],
      ["key-3"],
    ]);
  });

  test("that never comes ends with the attempt's time: nothing was sent, and not tried again", async () => {
    const server = await useFaultServer(good);
    const apiKey = vi.fn(() => new Promise<string>(() => undefined));
    const { byOperation } = exampleClient({ baseUrl: server.url, apiKey, attemptTimeoutMs: 30 });
    const failure = await failureOf(() => byOperation.runThing({ path }));
    expect(failure).toMatchObject({
      kind: "timeout",
      limit: "attemptTimeoutMs",
      attempts: 0,
      outcomeUnknown: false,
    });
    expect(apiKey).toHaveBeenCalledOnce();
    expect(server.requests).toHaveLength(0);
  });

  test("that never comes can be aborted", async () => {
    const abort = new AbortController();
    const apiKey = () => {
      setImmediate(() => abort.abort());
      return new Promise<string>(() => undefined);
    };
    const { byOperation } = exampleClient({ apiKey, fetch: vi.fn() });
    const failure = await failureOf(() => byOperation.runThing({ path, signal: abort.signal }));
    expect(failure).toMatchObject({ kind: "aborted", attempts: 0, outcomeUnknown: false });
  });
});

describe("a fetch that does not listen to its signal", () => {
  test("is not waited for, and the body of its late answer is given back", async () => {
    const late = Promise.withResolvers<Response>();
    const fetch = vi.fn<Fetch>(() => late.promise);
    const { byOperation } = exampleClient({ fetch, deadlineMs: 30 });
    const failure = await failureOf(() => byOperation.runThing({ path }));
    expect(failure).toMatchObject({
      kind: "timeout",
      limit: "deadlineMs",
      attempts: 1,
      outcomeUnknown: true,
    });
    const cancelled = Promise.withResolvers<void>();
    late.resolve(new Response(new ReadableStream({ cancel: () => cancelled.resolve() })));
    await cancelled.promise;
  });

  test("and fails late fails unheard: an unhandled rejection would fail this run", async () => {
    const late = Promise.withResolvers<Response>();
    const { byOperation } = exampleClient({ fetch: () => late.promise, deadlineMs: 30 });
    await failureOf(() => byOperation.listThings());
    late.reject(new Error("late"));
    await new Promise<void>((resolve) => setImmediate(resolve));
  });

  test("is given a signal that ends with the call's time all the same", async () => {
    const fetch = vi.fn<Fetch>(() => new Promise(() => undefined));
    const { byOperation } = exampleClient({ fetch, deadlineMs: 30 });
    await failureOf(() => byOperation.listThings());
    expect(fetch.mock.calls[0]?.[1].signal?.aborted).toBe(true);
  });

  test("and throws at once is a ConnectionError", async () => {
    const fetch: Fetch = () => {
      throw new Error("at once");
    };
    const { byOperation } = exampleClient({ fetch });
    const failure = await failureOf(() => byOperation.runThing({ path }));
    expect(failure).toMatchObject({ kind: "connection", attempts: 1, outcomeUnknown: true });
  });
});

test("nothing is left on a caller's signal that did not abort", async () => {
  const server = await useFaultServer(good, reset);
  const { byOperation } = exampleClient({ baseUrl: server.url });
  const { signal } = new AbortController();
  await byOperation.runThing({ path, signal });
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
  await failureOf(() => byOperation.runThing({ path, signal }));
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});

describe("an abort", () => {
  /** Aborts a call with a reason at the moment that `abortWhen` chooses, and returns its failure. */
  async function abortedCall(
    abortWhen: (abort: () => void, options: { signal: AbortSignal }) => Parameters<typeof exampleClient>[0],
  ) {
    const controller = new AbortController();
    const { signal } = controller;
    const client = exampleClient(abortWhen(() => controller.abort(new Error("my reason")), { signal }));
    const failure = await failureOf(() => client.byOperation.runThing({ path, signal }));
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
    return failure;
  }

  test("before sending asks for no key and sends nothing", async () => {
    const apiKey = vi.fn(() => "k");
    const fetch = vi.fn<Fetch>();
    const failure = await abortedCall((abort) => {
      abort();
      return { apiKey, fetch };
    });
    expect(failure).toMatchObject({ kind: "aborted", attempts: 0, outcomeUnknown: false });
    expect(failure.cause).toMatchObject({ message: "my reason" });
    expect([apiKey.mock.calls.length, fetch.mock.calls.length]).toEqual([0, 0]);
  });

  test("between two attempts wakes the call: a 429 did not run", async () => {
    const server = await useFaultServer(answer(429, "", [["Retry-After", "50"]]), good);
    const failure = await abortedCall((abort) => ({
      baseUrl: server.url,
      on: { retry: () => setImmediate(abort) },
    }));
    expect(failure).toMatchObject({ kind: "aborted", attempts: 1, outcomeUnknown: false });
    expect(failure.cause).toMatchObject({ message: "my reason" });
    expect(server.requests).toHaveLength(1);
  });

  test("before the headers, after the request arrived, leaves open if the call ran", async () => {
    const server = await useFaultServer(silence);
    const failure = await abortedCall((abort) => {
      void server.nextRequest().then(abort);
      return { baseUrl: server.url };
    });
    expect(failure).toMatchObject({ kind: "aborted", attempts: 1, outcomeUnknown: true, status: undefined });
    await server.until(({ openSockets }) => openSockets === 0);
  });

  test("in the body keeps what the headers said, and lets go of the connection", async () => {
    const server = await useFaultServer(
      cutAnswer({ status: 200, headers: [["x-request-id", "r-9"]], body: '{"done":true}' }, "body", "hang"),
    );
    const failure = await abortedCall((abort) => ({
      baseUrl: server.url,
      on: { response: () => setImmediate(abort) },
    }));
    expect(failure).toMatchObject({ kind: "aborted", status: 200, requestId: "r-9", outcomeUnknown: true });
    await server.until(({ openSockets }) => openSockets === 0);
  });

  test("after the answer changes nothing", async () => {
    const server = await useFaultServer(good);
    const { byOperation } = exampleClient({ baseUrl: server.url });
    const controller = new AbortController();
    const data = await byOperation.runThing({ path, signal: controller.signal });
    controller.abort();
    expect(data).toEqual({ done: true });
  });

  test("for the sake of another call's failure is an abort of this one", async () => {
    const another = new TimeoutError("deadlineMs", 1, { operationId: "listThings", attempts: 3 });
    const server = await useFaultServer(answer(429, "", [["Retry-After", "50"]]));
    const controller = new AbortController();
    const { byOperation } = exampleClient({
      baseUrl: server.url,
      on: { retry: () => setImmediate(() => controller.abort(another)) },
    });
    const failure = await failureOf(() => byOperation.runThing({ path, signal: controller.signal }));
    expect(failure).toMatchObject({ kind: "aborted", operationId: "runThing", attempts: 1 });
    expect(failure.cause).toMatchObject({ message: another.message });
  });
});

describe("time", () => {
  test("that runs out for one attempt is given to the next by a harmless call", async () => {
    const server = await useFaultServer(silence, good);
    const { byOperation } = exampleClient({ baseUrl: server.url, retry: quick, attemptTimeoutMs: 300 });
    expect(await byOperation.listThings()).toEqual({ done: true });
    expect(server.requests.length).toBeGreaterThanOrEqual(2);
  });

  test("that would run out in the wait for the next attempt is not waited for", async () => {
    const server = await useFaultServer(answer(500));
    const random = vi.spyOn(Math, "random").mockReturnValue(1);
    onTestFinished(() => random.mockRestore());
    const options = { baseUrl: server.url, deadlineMs: 5_000, retry: { baseDelayMs: 5_000 } };
    const { byOperation } = exampleClient(options);
    expect(await failureOf(() => byOperation.listThings())).toMatchObject({ kind: "http", attempts: 1 });
  });

  test("that runs out in the body of a refusal leaves the refusal", async () => {
    const server = await useFaultServer(
      cutAnswer({ status: 409, headers: [["x-request-id", "r-9"]], body: "{}" }, "body", "hang"),
    );
    const { byOperation } = exampleClient({ baseUrl: server.url, attemptTimeoutMs: 60 });
    const failure = await failureOf(() => byOperation.runThing({ path }));
    expect(failure).toMatchObject({ kind: "http", status: 409, requestId: "r-9", outcomeUnknown: false });
  });
});

describe("the retries of a client", () => {
  test("are a budget that all its calls share, so that an outage is not amplified", async () => {
    const server = await useFaultServer(answer(500));
    const options = { baseUrl: server.url, retry: { baseDelayMs: 0 } };
    const { byOperation, byPath } = exampleClient(options);
    for (let call = 0; call < 6; call += 1) {
      await failureOf(() => byOperation.listThings());
      expect((await byPath.GET("/things")).error).toMatchObject({ status: 500 });
    }
    // Twelve calls, and twenty retries instead of twenty-four.
    expect(server.requests).toHaveLength(32);
    const other = exampleClient(options);
    expect(await failureOf(() => other.byOperation.listThings())).toMatchObject({ attempts: 3 });
  });

  test("come back with successes", async () => {
    const server = await useFaultServer(answer(500));
    const { byOperation } = exampleClient({ baseUrl: server.url, retry: { baseDelayMs: 0 } });
    for (let call = 0; call < 10; call += 1) await failureOf(() => byOperation.listThings());
    const broke = await failureOf(() => byOperation.listThings());
    expect(broke).toMatchObject({ attempts: 1 });
    expect(broke.message).toContain("Not sent again: the client's retry budget is empty.");
    server.script(good);
    for (let call = 0; call < 6; call += 1) await byOperation.listThings();
    server.script(answer(500));
    expect(await failureOf(() => byOperation.listThings())).toMatchObject({ attempts: 2 });
  });
});

describe("a limit on concurrency", () => {
  test("is what the server sees, retries included", async () => {
    const server = await useFaultServer(good);
    const seen: number[] = [];
    const slow = (status: number) => {
      const fault = status === 200 ? good : answer(status);
      return { ...fault, steps: [{ step: "pause", milliseconds: 20 } as const, ...fault.steps] };
    };
    server.script((_request, index) => {
      seen.push(server.exchangesInProgress);
      return slow(index % 3 === 0 ? 429 : 200);
    });
    const { byOperation } = exampleClient({ baseUrl: server.url, retry: quick, maxConcurrency: 2 });
    const calls = Array.from({ length: 8 }, () => byOperation.runThing({ path }));
    expect(await Promise.all(calls)).toHaveLength(8);
    expect(Math.max(...seen)).toBeLessThanOrEqual(2);
    // Control: without the limit they all arrive at once.
    seen.length = 0;
    const unlimited = exampleClient({ baseUrl: server.url, retry: quick });
    await Promise.all(Array.from({ length: 8 }, () => unlimited.byOperation.runThing({ path })));
    expect(Math.max(...seen)).toBeGreaterThan(2);
  });

  test("gives the place back after every end", async () => {
    const server = await useFaultServer(answer(400));
    const apiKey = vi.fn(() => "k");
    const { byOperation } = exampleClient({
      baseUrl: server.url,
      retry: false,
      maxConcurrency: 1,
      deadlineMs: 10_000,
      apiKey,
    });
    const call = () => byOperation.runThing({ path });
    expect(await failureOf(call)).toMatchObject({ kind: "http" });
    server.script(reset);
    expect(await failureOf(call)).toMatchObject({ kind: "connection" });
    apiKey.mockReturnValueOnce("");
    expect(await failureOf(call)).toMatchObject({ kind: "configuration" });
    const signal = AbortSignal.abort();
    expect(await failureOf(() => byOperation.runThing({ path, signal }))).toMatchObject({ kind: "aborted" });
    server.script(silence);
    const attemptTimeoutMs = 30;
    expect(await failureOf(() => byOperation.runThing({ path, attemptTimeoutMs }))).toMatchObject({
      kind: "timeout",
    });
    server.script(good);
    expect(await call()).toEqual({ done: true });
  });
});

describe("the hooks", () => {
  const operation = { operationId: "runThing", method: "POST", path: "/things/{id}/run" };
  const names = { ...operation, callId: expect.any(String), context: "mine" };

  test("are told this and nothing else", async () => {
    const rate = [
      ["X-RateLimit-Limit", "10"],
      ["X-RateLimit-Remaining", "0"],
    ] as const;
    const server = await useFaultServer(answer(429, "", rate), answer(400, '{"reason":"no"}'));
    const told: [string, unknown][] = [];
    const tell = (name: string) => (event: unknown) => told.push([name, event]);
    const { byOperation } = exampleClient({
      baseUrl: server.url,
      retry: quick,
      on: {
        request: tell("request"),
        response: tell("response"),
        retry: tell("retry"),
        failure: tell("failure"),
        end: tell("end"),
      },
    });
    const failure = await failureOf(() => byOperation.runThing({ path, context: "mine" }));
    const rateLimit = { limit: "10", remaining: "0", reset: undefined };
    const elapsedMs = expect.any(Number);
    const answered = { requestId: "r-1", elapsedMs };
    expect(told).toStrictEqual([
      ["request", { ...names, attempt: 1 }],
      ["response", { ...names, ...answered, attempt: 1, status: 429, rateLimit }],
      [
        "retry",
        {
          ...names,
          attempt: 2,
          kind: "rate-limited",
          status: 429,
          requestId: "r-1",
          delayMs: expect.any(Number),
        },
      ],
      ["request", { ...names, attempt: 2 }],
      ["response", { ...names, ...answered, attempt: 2, status: 400, rateLimit: undefined }],
      [
        "failure",
        {
          ...names,
          ...answered,
          attempt: 2,
          attempts: 2,
          kind: "http",
          status: 400,
          outcomeUnknown: false,
          next: "fix-request",
          code: undefined,
          limit: undefined,
          neverSent: undefined,
        },
      ],
      [
        "end",
        {
          ...names,
          ...answered,
          attempts: 2,
          kind: "http",
          status: 400,
          outcomeUnknown: false,
          queuedMs: expect.any(Number),
          bodyBytes: 15,
        },
      ],
    ]);
    const ids = told.map(([, event]) => (event as { readonly callId: string }).callId);
    expect(new Set([...ids, failure.callId]).size).toBe(1);
    expect(failure.context).toBe("mine");
    expect(JSON.stringify(failure)).not.toContain("mine");
    expect(failure.toJSON()).toHaveProperty("callId", failure.callId);
    expect(told.every(([, event]) => Object.isFrozen(event))).toBe(true);
  });

  test("count attempts from 1, also of a call that was never sent", async () => {
    const server = await useFaultServer(good);
    const failure = vi.fn();
    const { byOperation } = exampleClient({
      apiKey: () => Promise.reject(new Error("the vault is down")),
      baseUrl: server.url,
      on: { failure },
    });
    await failureOf(() => byOperation.runThing({ path }));
    const told = { attempt: 1, attempts: 0, kind: "key-unavailable", next: "retry", outcomeUnknown: false };
    expect(failure).toHaveBeenCalledExactlyOnceWith(expect.objectContaining(told));
    expect(server.requests).toEqual([]);
  });

  test("that throw or reject change nothing", async () => {
    const server = await useFaultServer(answer(429), good, answer(400));
    const throws = () => {
      throw new Error("broken hook");
    };
    const rejects = async () => throws();
    const { byOperation } = exampleClient({
      baseUrl: server.url,
      retry: quick,
      on: { request: throws, response: rejects, retry: throws, failure: rejects },
    });
    expect(await byOperation.runThing({ path })).toEqual({ done: true });
    expect(await failureOf(() => byOperation.runThing({ path }))).toMatchObject({ status: 400 });
  });

  test("are not waited for", async () => {
    const server = await useFaultServer(good);
    const never = () => new Promise(() => undefined);
    const on = { request: never, response: never };
    const { byOperation } = exampleClient({ baseUrl: server.url, on });
    expect(await byOperation.runThing({ path })).toEqual({ done: true });
  });
});

describe("the failure of an answer", () => {
  test("carries the rate limit as it was sent, and so does what nobody can read", async () => {
    const headers = [["X-RateLimit-Reset", "soon"]] as const;
    const server = await useFaultServer(answer(400, "", headers), answer(200, "{", headers));
    const { byOperation } = exampleClient({ baseUrl: server.url });
    const rateLimit = { limit: undefined, remaining: undefined, reset: "soon" };
    expect(await failureOf(() => byOperation.runThing({ path }))).toMatchObject({ rateLimit });
    expect(await failureOf(() => byOperation.runThing({ path }))).toMatchObject({
      kind: "unexpected-response",
      rateLimit,
      brokenOff: false,
    });
  });

  test("that is too large says which limit it was, and a POST may have run", async () => {
    const server = await useFaultServer(answer(200, " ".repeat(2_000)));
    const { byOperation } = exampleClient({ baseUrl: server.url, maxResponseBytes: 1_000 });
    const failure = await failureOf(() => byOperation.runThing({ path }));
    expect(failure).toMatchObject({ kind: "unexpected-response", outcomeUnknown: true, attempts: 1 });
    expect(failure.message).toContain("the body has more than 1000 bytes (`maxResponseBytes`).");
  });

  test("is none for a 204 that the spec declares", async () => {
    const server = await useFaultServer(respond({ status: 204, framing: "none" }));
    const { byOperation, byPath } = exampleClient({ baseUrl: server.url });
    expect(await byOperation.deleteThing({ path })).toBeUndefined();
    const { data, error, response } = await byPath.DELETE("/things/{id}", { params: { path } });
    expect([data, error, response.status]).toEqual([undefined, undefined, 204]);
  });
});
