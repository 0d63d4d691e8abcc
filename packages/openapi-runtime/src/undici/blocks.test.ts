import { Agent, getGlobalDispatcher, MockAgent, setGlobalDispatcher } from "undici";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createUndiciFetch } from "../testing/create-undici-fetch.test-support.ts";
import { exampleClient } from "../testing/example-client.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";
import { startTestServer, type TestServer } from "../testing/test-server.test-support.ts";

// Blocked networks and simulated responses in a consumer's test suite must work with both transports.

const json = { "content-type": "application/json" };
const original = getGlobalDispatcher();
const legacyDispatcher = Symbol.for("undici.globalDispatcher.1");
let server: TestServer;

beforeEach(async () => {
  server = await startTestServer((response) => response.writeHead(200, json).end('{"done":true}'));
});
afterEach(() => {
  setGlobalDispatcher(original);
  vi.unstubAllGlobals();
});

describe.each(["platform", "undici"] as const)("by %s", (transport) => {
  const run = () => {
    const fetch = transport === "undici" ? createUndiciFetch() : undefined;
    const { byOperation } = exampleClient({ baseUrl: server.url, fetch, retry: false });
    return byOperation.runThing({ path: { id: 1 } });
  };

  test("control: a call reaches the server when nothing blocks it", async () => {
    expect(await run()).toEqual({ done: true });
    expect(server.requests).toHaveLength(1);
  });

  test("nothing leaves after MockAgent.disableNetConnect, and the mock's answers come", async () => {
    const agent = new MockAgent();
    agent.disableNetConnect();
    setGlobalDispatcher(agent);
    expect(await failureOf(run)).toMatchObject({ kind: "connection" });
    agent
      .get(server.url)
      .intercept({ path: "/things/1/run", method: "POST" })
      .reply(200, '{"done":"mock"}', { headers: json });
    expect(await run()).toEqual({ done: "mock" });
    expect(server.requests).toEqual([]);
    await agent.close();
  });

  test("requests go through a global Agent with options or interceptors of somebody", async () => {
    const seen: unknown[] = [];
    const agent = new Agent({ connections: 1 });
    setGlobalDispatcher(
      agent.compose((dispatch) => (options, handler) => {
        seen.push(options.path);
        return dispatch(options, handler);
      }),
    );
    await run();
    expect(seen).toEqual(["/things/1/run"]);
    await agent.close();
    // The dispatcher is closed: nothing is sent from now on.
    setGlobalDispatcher(agent);
    expect(await failureOf(run)).toMatchObject({ kind: "connection" });
    expect(server.requests).toHaveLength(1);
  });

  test("a stubbed fetch gets the call, with everything that a fetch is told", async () => {
    const stub = vi.fn(async () => Response.json({ done: "stub" }));
    vi.stubGlobal("fetch", stub);
    expect(await run()).toEqual({ done: "stub" });
    const init = { method: "POST", redirect: "manual", cache: "no-store", signal: expect.any(AbortSignal) };
    expect(stub.mock.calls).toEqual([[`${server.url}/things/1/run`, expect.objectContaining(init)]]);
    vi.stubGlobal("fetch", () => Promise.reject(new Error("blocked")));
    expect(await failureOf(run)).toMatchObject({ kind: "connection" });
    expect(server.requests).toEqual([]);
  });
});

describe("by undici", () => {
  const run = (fetch = createUndiciFetch()) =>
    exampleClient({ baseUrl: server.url, fetch, retry: false }).byOperation.runThing({ path: { id: 1 } });

  test("a stubbed fetch gets the dispatcher of the caller, too", async () => {
    const dispatcher = new Agent();
    const stub = vi.fn(async (_url: string, _init: RequestInit & { dispatcher?: { dispatch?: unknown } }) =>
      Response.json({ done: "stub" }),
    );
    vi.stubGlobal("fetch", stub);
    await run(createUndiciFetch({ dispatcher }));
    expect(stub.mock.calls[0]?.[1].dispatcher?.dispatch).toBeInstanceOf(Function);
    await dispatcher.close();
  });

  test("a fetch that only looks on, and asks the platform's, sends with the caller's dispatcher", async () => {
    const seen: string[] = [];
    const platform = globalThis.fetch;
    vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
      seen.push(url);
      return platform(url, init);
    });
    const paths: unknown[] = [];
    const agent = new Agent();
    const dispatcher = agent.compose((dispatch) => (options, handler) => {
      paths.push(options.path);
      return dispatch(options, handler);
    });
    expect(await run(createUndiciFetch({ dispatcher }))).toEqual({ done: true });
    expect([seen, paths]).toEqual([[`${server.url}/things/1/run`], ["/things/1/run"]]);
    // Without a dispatcher of the caller, it passes on its default dispatcher.
    const global = agent.compose((dispatch) => (options, handler) => {
      paths.push(`global ${options.path}`);
      return dispatch(options, handler);
    });
    setGlobalDispatcher(global);
    await run();
    expect(paths).toEqual(["/things/1/run", "global /things/1/run"]);
    await agent.close();
  });

  test("this fetch may be the global one, also inside another", async () => {
    const ours = createUndiciFetch();
    vi.stubGlobal("fetch", ours);
    expect(await run(ours)).toEqual({ done: true });
    vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
      await Promise.resolve();
      return ours(url, init);
    });
    expect(await run(ours)).toEqual({ done: true });
    expect(server.requests).toHaveLength(2);
    await ours.close();
  });

  test("nothing leaves when an older copy of undici set the global dispatcher", async () => {
    // Sets only the older copy's symbol; the newer copy's symbol still has its own dispatcher.
    const before = Reflect.get(globalThis, legacyDispatcher);
    const agent = new MockAgent();
    agent.disableNetConnect();
    Reflect.set(globalThis, legacyDispatcher, agent);
    try {
      expect(await failureOf(run)).toMatchObject({ kind: "connection" });
      // A dispatcher of undici 6 has different handlers.
      Reflect.set(globalThis, legacyDispatcher, { dispatch: () => true, interceptors: {} });
      const failure = await failureOf(run);
      expect(failure).toMatchObject({ kind: "connection", outcomeUnknown: false, neverSent: true });
      expect(failure.cause).toMatchObject({ message: expect.stringContaining("older than version 7") });
      expect(server.requests).toEqual([]);
    } finally {
      Reflect.set(globalThis, legacyDispatcher, before);
      await agent.close();
    }
  });
});
