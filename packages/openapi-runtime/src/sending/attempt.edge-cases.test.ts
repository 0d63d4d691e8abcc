import { afterEach, describe, expect, test, vi } from "vitest";
import type { Fetch } from "../options/configuration.ts";
import { exampleClient } from "../testing/example-client.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";

afterEach(() => void vi.useRealTimers());

const path = { id: 1 };

/** A response whose body begins and never ends. */
function unending(status: number): Fetch {
  return async () => {
    const body = new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode("{")) });
    return new Response(body, { status, headers: { "content-type": "application/json" } });
  };
}

function post(fetch: Fetch, init: { signal?: AbortSignal; attemptTimeoutMs?: number } = {}) {
  const { byOperation } = exampleClient({ fetch, retry: false });
  return failureOf(() => byOperation.runThing({ path, ...init }));
}

describe("what comes while a body is read", () => {
  test("an abort, also in a refusal, is an abort that keeps the status", async () => {
    const controller = new AbortController();
    const fetch: Fetch = async (...request) => {
      setTimeout(() => controller.abort(new Error("enough")), 5);
      return await unending(409)(...request);
    };
    const failure = await post(fetch, { signal: controller.signal });
    expect(failure).toMatchObject({ kind: "aborted", status: 409, outcomeUnknown: true });
    expect(failure.cause).toBeUndefined();
  });

  test("an abort in a success says why", async () => {
    const controller = new AbortController();
    const fetch: Fetch = async (...request) => {
      setTimeout(() => controller.abort(new Error("enough")), 5);
      return await unending(200)(...request);
    };
    const failure = await post(fetch, { signal: controller.signal });
    expect(failure).toMatchObject({ kind: "aborted", status: 200, cause: { message: "enough" } });
  });

  test("the end of the attempt's time is a timeout in a success, and the refusal in a refusal", async () => {
    expect(await post(unending(200), { attemptTimeoutMs: 5 })).toMatchObject({
      kind: "timeout",
      status: 200,
    });
    expect(await post(unending(409), { attemptTimeoutMs: 5 })).toMatchObject({ kind: "http", status: 409 });
  });
});

test("a request without a body has no field for one", async () => {
  const fetch = vi.fn<Fetch>(async () => new Response(null, { status: 404 }));
  await failureOf(() => exampleClient({ fetch }).byOperation.listThings());
  expect(fetch.mock.calls[0]?.[1]).not.toHaveProperty("body");
});

test.each([
  [undefined],
  ["a text"],
  [{ status: 200 }],
  [{ headers: new Headers() }],
  [{ status: "200", headers: new Headers() }],
  [{ status: 200, headers: null }],
  [{ status: 200, headers: "none" }],
  [{ status: 200, headers: {} }],
])("a fetch that resolves to %j answered nothing", async (value) => {
  const failure = await post((async () => value) as unknown as Fetch);
  expect(failure).toMatchObject({
    kind: "connection",
    cause: { message: "`fetch` did not resolve to a Response" },
  });
  expect(failure.message).toContain("no response arrived. ");
});

test.each([200, 409])("a call that ended with %d leaves no timer behind", async (status) => {
  vi.useFakeTimers();
  const headers = { "content-type": "application/json" };
  const { byOperation } = exampleClient({ fetch: async () => new Response("{}", { status, headers }) });
  await byOperation.runThing({ path }).catch(() => undefined);
  expect(vi.getTimerCount()).toBe(0);
});
