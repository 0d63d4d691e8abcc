import { expect, test, vi } from "vitest";
import type { ClientOptions } from "../options/configuration.ts";
import { exampleClient } from "../testing/example-client.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";

const path = { id: 1 };
const done = () => new Response('{"done":true}', { headers: { "Content-Type": "application/json" } });
const tooMany = (headers: Record<string, string> = {}) => new Response(null, { status: 429, headers });

type Fetch = NonNullable<ClientOptions["fetch"]>;

/** A client whose server answers each request by a function of the test, and counts the requests. */
function clientOf(
  answer: (index: number) => Response | Promise<Response>,
  options: Partial<ClientOptions> = {},
) {
  let answered = -1;
  const fetch = vi.fn<Fetch>(() => {
    answered += 1;
    return Promise.resolve(answer(answered));
  });
  return { ...exampleClient({ baseUrl: "http://localhost", fetch, ...options }), fetch };
}

test("a 429 is not taken for an answer that shows the server takes calls: the next pause doubles", async () => {
  const delays: number[] = [];
  const { byOperation } = clientOf((index) => (index < 3 ? tooMany() : done()), {
    on: { retry: ({ delayMs }) => delays.push(delayMs) },
  });
  await byOperation.runThing({ path });
  expect(delays).toHaveLength(3);
  // 250 ms, then twice as much, and so on; a part may be over when the delay is reported.
  [250, 500, 1_000].forEach((pause, index) => {
    expect(delays[index]).toBeLessThanOrEqual(pause);
    expect(delays[index]).toBeGreaterThan(pause / 2 + 1);
  });
});

test("any other answer shows it, also a refusal and one that cannot be read", async () => {
  for (const taken of [() => new Response(null, { status: 404 }), () => new Response("<html>")]) {
    const delays: number[] = [];
    const { byOperation } = clientOf((index) => [tooMany(), taken(), tooMany(), done()][index] ?? done(), {
      on: { retry: ({ delayMs }) => delays.push(delayMs) },
    });
    await failureOf(() => byOperation.runThing({ path }));
    await byOperation.runThing({ path });
    expect(delays.every((delay) => delay <= 250)).toBe(true);
    expect(delays).toHaveLength(2);
  }
});

test("a call whose key cannot be had gives its turn at the gate back", async () => {
  let asked = 0;
  const apiKey = () => {
    asked += 1;
    if (asked <= 12) throw new Error("the vault is closed");
    return "a-key-of-the-test";
  };
  const { byOperation, fetch } = clientOf(done, { apiKey, retry: {} });
  for (let call = 0; call < 12; call += 1) {
    expect(await failureOf(() => byOperation.runThing({ path }))).toMatchObject({ attempts: 0 });
  }
  // A new client has ten requests in flight; the twelve took none of these slots.
  const calls = Array.from({ length: 10 }, () => byOperation.runThing({ path }));
  await vi.waitFor(() => expect(fetch).toHaveBeenCalledTimes(10), { timeout: 200, interval: 5 });
  await Promise.all(calls);
});

test("a call that waits at the gate, and is given up there, gives back its place under `maxConcurrency`", async () => {
  const retry = vi.fn();
  const answer = (index: number) => (index === 0 ? tooMany({ "Retry-After": "1" }) : done());
  const { byOperation } = clientOf(answer, { maxConcurrency: 2, on: { retry } });
  const first = byOperation.runThing({ path });
  await vi.waitFor(() => expect(retry).toHaveBeenCalled());
  const late = await failureOf(() => byOperation.runThing({ path, queueTimeoutMs: 30 }));
  expect(late).toMatchObject({
    kind: "timeout",
    limit: "queueTimeoutMs",
    attempts: 0,
    outcomeUnknown: false,
  });
  // The slot is free: the next call waits at the gate, not for a slot.
  const next = await failureOf(() => byOperation.runThing({ path, queueTimeoutMs: 30 }));
  expect(next.message).toContain("it waited for the server's rate limit");
  await first;
});

test("without repeats, a call neither waits at a closed gate nor closes it", async () => {
  const { byOperation, fetch } = clientOf((index) =>
    index === 1 ? tooMany({ "Retry-After": "30" }) : done(),
  );
  await byOperation.runThing({ path, retry: false });
  expect(await failureOf(() => byOperation.runThing({ path, retry: false }))).toMatchObject({ attempts: 1 });
  await byOperation.runThing({ path });
  expect(fetch).toHaveBeenCalledTimes(3);
});
