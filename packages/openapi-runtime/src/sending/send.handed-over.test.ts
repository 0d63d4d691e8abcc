import { describe, expect, test, vi } from "vitest";
import type { ClientOptions } from "../options/configuration.ts";
import { exampleClient } from "../testing/example-client.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";

const path = { id: 1 };
const json = { "Content-Type": "application/json" };

type Fetch = NonNullable<ClientOptions["fetch"]>;

/** A client that sends one request at a time by the test's fetch, and records the time of each. */
function oneAtATime(first: Fetch, options: Partial<ClientOptions> = {}) {
  const handedOver: number[] = [];
  const fetch: Fetch = (url, init) => {
    handedOver.push(performance.now());
    return handedOver.length === 1
      ? first(url, init)
      : Promise.resolve(new Response('{"done":true}', { headers: json }));
  };
  const { byOperation } = exampleClient({
    baseUrl: "http://localhost",
    fetch,
    maxConcurrency: 1,
    retry: false,
    ...options,
  });
  return { byOperation, handedOver };
}

/** Time at which the last aborted exchange was given up. */
let givenUpAt = 0;

const untilAborted: Fetch = (_url, { signal }) =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener("abort", () => {
      givenUpAt = performance.now();
      reject(signal.reason);
    });
  });

const unreadable: Fetch = () => {
  givenUpAt = performance.now();
  return Promise.resolve(new Response("<html>", { headers: { "Content-Type": "text/html" } }));
};

describe("the next call is handed over", () => {
  test.each<[string, Fetch, Partial<ClientOptions>]>([
    ["whose time was up", untilAborted, { attemptTimeoutMs: 20 }],
    ["whose answer cannot be read", unreadable, {}],
  ])("10 ms after one %s, so that the server hears of its end first", async (_name, first, options) => {
    const { byOperation, handedOver } = oneAtATime(first, options);
    const ended = failureOf(() => byOperation.runThing({ path }));
    const [failure] = await Promise.all([ended, byOperation.runThing({ path })]);
    expect(failure).toMatchObject({ attempts: 1 });
    expect((handedOver[1] ?? 0) - givenUpAt).toBeGreaterThanOrEqual(9.5);
  });

  test("10 ms after one that the caller gave up", async () => {
    const { byOperation, handedOver } = oneAtATime(untilAborted);
    const controller = new AbortController();
    const first = failureOf(() => byOperation.runThing({ path, signal: controller.signal }));
    const second = byOperation.runThing({ path });
    await vi.waitFor(() => expect(handedOver).toHaveLength(1));
    controller.abort();
    await Promise.all([first, second]);
    expect((handedOver[1] ?? 0) - givenUpAt).toBeGreaterThanOrEqual(9.5);
  });
});

/** Answers 429 with a longer Retry-After than any call waits. */
const closed: Fetch = () =>
  Promise.resolve(new Response(null, { status: 429, headers: { "Retry-After": "90" } }));

test("a gate that stays closed fails a call with what is known, tells the hook, and sends nothing", async () => {
  const failure = vi.fn();
  const fetch = vi.fn(closed);
  const { byOperation } = exampleClient({ baseUrl: "http://localhost", fetch, on: { failure } });
  await failureOf(() => byOperation.runThing({ path }));
  const refused = await failureOf(() => byOperation.runThing({ path }));
  expect(refused).toMatchObject({ kind: "rate-limited", status: 429, attempts: 0, outcomeUnknown: false });
  expect(refused.message).toMatch(
    /not sent: the server refuses all calls with status 429 for another \d+ ms\./,
  );
  expect(refused).toHaveProperty("bodyExcerpt", "");
  expect(failure).toHaveBeenCalledTimes(2);
  expect(failure.mock.calls[1]?.[0]).toMatchObject({ kind: "rate-limited", attempts: 0 });
  expect(fetch).toHaveBeenCalledTimes(1);
});

test("a Retry-After of more than a minute fails a call; a minute is waited for", async () => {
  const retry = vi.fn();
  const fetch: Fetch = () =>
    Promise.resolve(new Response(null, { status: 429, headers: { "Retry-After": "61" } }));
  const { byOperation } = exampleClient({ baseUrl: "http://localhost", fetch, on: { retry } });
  const controller = new AbortController();
  const call = failureOf(() =>
    byOperation.runThing({ path, deadlineMs: 200_000, signal: controller.signal }),
  );
  expect(await call).toMatchObject({ kind: "rate-limited", attempts: 1 });
  const less: Fetch = () =>
    Promise.resolve(new Response(null, { status: 429, headers: { "Retry-After": "60" } }));
  const patient = exampleClient({ baseUrl: "http://localhost", fetch: less, on: { retry } });
  const waiting = failureOf(() =>
    patient.byOperation.runThing({ path, deadlineMs: 200_000, signal: controller.signal }),
  );
  await vi.waitFor(() => expect(retry).toHaveBeenCalledTimes(1));
  controller.abort();
  expect(await waiting).toMatchObject({ kind: "aborted", attempts: 1, outcomeUnknown: false });
});
