import { expect, test, vi } from "vitest";
import type { ClientOptions } from "../options/configuration.ts";
import { resolveConfiguration } from "../options/configuration.ts";
import { exampleApi, exampleOperation } from "../testing/example-api.test-support.ts";
import { exampleDefinition } from "../testing/example-client.test-support.ts";
import { exampleFailures } from "../testing/example-failures.test-support.ts";
import { Call } from "./call.ts";
import { send } from "./send.ts";
import { createSender } from "./sender.ts";

const baseUrl = "http://localhost";
const json = { headers: { "Content-Type": "application/json" } };

/** Sends one call, and returns the calls of its gate's methods. */
async function sent(options: Partial<ClientOptions>, changed: { repeats?: boolean } = {}) {
  const given = { apiKey: "a-key-of-the-test", baseUrl, ...options };
  const configuration = resolveConfiguration(given, exampleDefinition);
  const sender = createSender(exampleApi, exampleFailures, configuration);
  const leave = vi.spyOn(sender.gate, "leave");
  const withdraw = vi.spyOn(sender.gate, "withdraw");
  const settings = { ...configuration.settings, ...changed };
  const rest = { body: undefined, signal: undefined, accepted: ["application/json"], headers: {}, settings };
  const operation = exampleOperation("runThing");
  const call = new Call({ operation, url: `${baseUrl}/things/1/run`, ...rest }, sender);
  const outcome = await send(call).catch((error: unknown) => ({ error }));
  return { outcome, call, leave: leave.mock.calls, withdraw: withdraw.mock.calls, sender };
}

test.each<[string, () => Promise<Response>, boolean]>([
  ["a success", async () => new Response('{"done":true}', json), true],
  ["a refusal", async () => new Response(null, { status: 404 }), true],
  ["an answer that cannot be read", async () => new Response("<html>"), true],
  ["no answer", async () => Promise.reject(new TypeError("fetch failed")), false],
])("the gate is told of %s once, and whether the server took the call", async (_what, fetch, taken) => {
  const { call, leave, withdraw } = await sent({ fetch });
  expect(leave).toEqual([[1, taken]]);
  expect(withdraw).toEqual([]);
  expect(call.ticket).toBe(0);
});

test("the gate is told of every attempt, of a 429 too", async () => {
  let attempts = 0;
  const fetch = async () => {
    attempts += 1;
    return attempts === 1
      ? new Response(null, { status: 429, headers: { "Retry-After": "0" } })
      : new Response('{"done":true}', json);
  };
  const { leave, withdraw } = await sent({ fetch, retry: { baseDelayMs: 1, maxDelayMs: 2 } });
  expect(leave).toEqual([
    [1, false],
    [2, true],
  ]);
  expect(withdraw).toEqual([]);
});

test("a call that is not sent turns back at the gate, once", async () => {
  const apiKey = () => Promise.reject(new Error("the vault is closed"));
  const { leave, withdraw, call } = await sent({ apiKey, fetch: async () => new Response() });
  expect(leave).toEqual([]);
  expect(withdraw).toEqual([[1]]);
  expect(call.attempts).toBe(0);
});

test("a call that never repeats does not go through the gate, and tells it nothing", async () => {
  const fetch = async () => new Response('{"done":true}', json);
  const { leave, withdraw, call } = await sent({ fetch }, { repeats: false });
  expect({ leave, withdraw, ticket: call.ticket }).toEqual({ leave: [], withdraw: [], ticket: 0 });
});

test.each<[string, Partial<ClientOptions>, boolean]>([
  [
    "an answer that cannot be read, without places",
    { maxConcurrency: undefined, fetch: async () => new Response("<html>") },
    false,
  ],
  ["an answer that cannot be read", { fetch: async () => new Response("<html>") }, true],
  ["a limit", { fetch: () => new Promise<never>(() => undefined), attemptTimeoutMs: 5 }, true],
  ["a refusal", { fetch: async () => new Response(null, { status: 404 }) }, false],
  ["a success", { fetch: async () => new Response('{"done":true}', json) }, false],
])("after %s, a place is free when the server has heard of it", async (_what, options, waits) => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    let ended = false;
    const sending = sent({ maxConcurrency: 1, ...options }).then(() => {
      ended = true;
    });
    await vi.advanceTimersByTimeAsync("attemptTimeoutMs" in options ? 5 : 0);
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    await new Promise((resolve) => setImmediate(resolve));
    expect(ended).toBe(!waits);
    await vi.advanceTimersByTimeAsync(10);
    await sending;
  } finally {
    vi.useRealTimers();
  }
});

test("a call whose time is up before it is sent turns back at the gate, and is not told as one that left", async () => {
  const apiKey = () => new Promise<never>(() => undefined);
  const { leave, withdraw, call } = await sent({
    apiKey,
    attemptTimeoutMs: 5,
    deadlineMs: 20,
    fetch: async () => new Response(),
  });
  expect({ attempts: call.attempts, leave }).toEqual({ attempts: 0, leave: [] });
  expect(withdraw[0]).toEqual([1]);
  expect(call.ticket).toBe(0);
});
