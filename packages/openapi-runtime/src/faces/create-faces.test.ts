import type { AddressInfo } from "node:net";
import { createServer as createTcpServer } from "node:net";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { Fetch } from "../options/configuration.ts";
import { exampleApi, exampleOperation, version1, version2 } from "../testing/example-api.test-support.ts";
import {
  type ExampleClient,
  exampleClient,
  exampleDefinition,
  exampleKey,
} from "../testing/example-client.test-support.ts";
import { expectNoKey } from "../testing/expect-no-key.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";
import { type SeenRequest, startTestServer } from "../testing/test-server.test-support.ts";
import { createFaces } from "./create-faces.ts";

const json = { "Content-Type": "application/json" };

/** The values of a header as received by the server, one for each time it was sent. */
function sent({ rawHeaders }: SeenRequest, name: string): string[] {
  return rawHeaders.filter(
    (_value, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name,
  );
}

/** A server that answers every call with a document of the first version. */
async function startThingServer() {
  const server = await startTestServer((response) => {
    response.writeHead(201, { "Content-Type": version1 }).end('{"id":7}');
  });
  return { server, client: exampleClient({ baseUrl: `${server.url}/base/` }) };
}

describe("on the wire", () => {
  test("Content-Type and Accept are those of the spec, byte for byte, and sent once each", async () => {
    const { server, client } = await startThingServer();
    await client.byOperation.createThing({ body: { name: "é" } });
    const [request] = server.requests;
    if (request === undefined) throw new Error("nothing came");
    expect(request).toMatchObject({ method: "POST", url: "/base/things", body: '{"name":"é"}' });
    expect(sent(request, "content-type")).toEqual([version1]);
    expect(sent(request, "accept")).toEqual([version1]);
    expect(sent(request, "x-key")).toEqual([exampleKey]);
    expect(sent(request, "content-length")).toEqual(["13"]);
    expect(sent(request, "transfer-encoding")).toEqual([]);
  });

  test("an answer in a version that nobody asked for is a failure, not a body of another type", async () => {
    const server = await startTestServer((response) => {
      response.writeHead(201, { "Content-Type": version2 }).end('{"ids":[7]}');
    });
    const { byOperation } = exampleClient({ baseUrl: server.url });
    const failure = await failureOf(() => byOperation.createThing({ body: { name: "a" } }));
    expect(failure).toMatchObject({ kind: "unexpected-response", status: 201, outcomeUnknown: true });
    expect(failure.message).toContain(`expected ${version1}, received ${version2}.`);
  });

  test("a chosen version is asked for and named", async () => {
    const { server, client } = await startThingServer();
    const call = client.byOperation.createThing({
      body: { names: ["a"] },
      contentType: version2,
      accept: version2,
    });
    const failure = await failureOf(() => call);
    expect(failure.message).toContain(`expected ${version2}, received ${version1}.`);
    expect(server.requests[0]?.headers).toMatchObject({ "content-type": version2, accept: version2 });
  });

  test("a POST without a body has Content-Length 0, Accept and no Content-Type", async () => {
    const server = await startTestServer((response) => {
      response.writeHead(200, { "Content-Type": "application/json" }).end('{"done":true}');
    });
    const { byOperation } = exampleClient({ baseUrl: server.url });
    expect(await byOperation.runThing({ path: { id: 42 } })).toEqual({ done: true });
    const [request] = server.requests;
    if (request === undefined) throw new Error("nothing came");
    expect(request).toMatchObject({ method: "POST", url: "/things/42/run", body: "" });
    expect(sent(request, "content-length")).toEqual(["0"]);
    expect(sent(request, "accept")).toEqual(["application/json"]);
    expect(sent(request, "content-type")).toEqual([]);
  });

  test("a query, header parameters and further headers arrive", async () => {
    const server = await startTestServer((response) => {
      response.writeHead(200, { "Content-Type": "application/json" }).end("[]");
    });
    const { byOperation } = exampleClient({ baseUrl: server.url });
    await byOperation.listThings({
      query: { tag: ["a b", "c"], limit: 2 },
      header: { "X-Trace": "t" },
      headers: { "X-Other": "o" },
    });
    expect(server.requests[0]?.url).toBe("/things?tag=a%20b&tag=c&limit=2");
    expect(server.requests[0]?.headers).toMatchObject({ "x-trace": "t", "x-other": "o" });
  });

  test("a form names its own boundary, and plain text its type", async () => {
    const server = await startTestServer((response) => response.writeHead(204).end());
    const upload = exampleClient({ baseUrl: server.url }).byOperation.upload as (
      input: object,
    ) => Promise<unknown>;
    const form = new FormData();
    form.set("a", "1");
    await upload({ body: form, contentType: "multipart/form-data" });
    await upload({ body: "hello", contentType: "text/plain" });
    await upload({ body: new URLSearchParams("a=1"), contentType: "application/x-www-form-urlencoded" });
    await upload({ body: new Blob(["b"], { type: "image/png" }) });
    const types = server.requests.map((request) => sent(request, "content-type"));
    expect(types[0]?.[0]).toMatch(/^multipart\/form-data; boundary=/);
    expect(types.slice(1)).toEqual([
      ["text/plain"],
      ["application/x-www-form-urlencoded"],
      ["application/octet-stream"],
    ]);
  });

  test("a public operation carries no key", async () => {
    const server = await startTestServer((response) => {
      response.writeHead(200, { "Content-Type": "application/json" }).end('{"pong":true}');
    });
    await exampleClient({ baseUrl: server.url }).byOperation.ping();
    expect(server.requests[0]?.rawHeaders.join("\n")).not.toContain(exampleKey);
    expect(server.requests).toHaveLength(1);
  });
});

describe("a redirect", () => {
  test.each([301, 302, 303, 307, 308])(
    "with %i is not followed: the other server sees nothing",
    async (status) => {
      const otherOrigin = await startTestServer((response) => response.end("thanks"));
      const server = await startTestServer((response) => {
        response
          .writeHead(status, { Location: `${otherOrigin.url}/things`, "x-request-id": "r-1" })
          .end("moved");
      });
      const client = exampleClient({ baseUrl: server.url });
      const failure = await failureOf(() => client.byOperation.listThings());
      expect(failure).toMatchObject({
        kind: "redirect",
        status,
        requestId: "r-1",
        operationId: "listThings",
      });
      expect(server.requests).toHaveLength(1);
      expect(otherOrigin.requests).toHaveLength(0);
      // Negative control: a fetch that follows redirects calls the other origin.
      await fetch(server.url, { headers: { "X-Key": "control" } });
      expect(otherOrigin.requests[0]?.headers["x-key"]).toBe("control");
    },
  );
});

describe("no answer", () => {
  test("from a port that nobody listens on is a ConnectionError after three attempts, and the call surely did not run", async () => {
    const server = await startTestServer(() => undefined);
    await server.close();
    const { byOperation } = exampleClient({ baseUrl: server.url, retry: { baseDelayMs: 1 } });
    const failure = await failureOf(() => byOperation.runThing({ path: { id: 1 } }));
    expect(failure).toMatchObject({ kind: "connection", outcomeUnknown: false, attempts: 3 });
    expect(failure.message).toContain("(ECONNREFUSED)");
    expect(failure.cause).toMatchObject({ name: "TypeError", message: "fetch failed" });
    expectNoKey(failure);
  });

  test("after a reset leaves open if a POST ran, not so for a GET", async () => {
    const server = createTcpServer((socket) => socket.once("data", () => socket.resetAndDestroy()));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const { byOperation } = exampleClient({
      baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    });
    const failure = await failureOf(() => byOperation.runThing({ path: { id: 1 } }));
    expect(failure).toMatchObject({ kind: "connection", outcomeUnknown: true });
    expect(failure.message).toContain("The call may have run: check before sending it again.");
    expectNoKey(failure);
    const harmless = await failureOf(() => byOperation.listThings());
    expect(harmless).toMatchObject({ kind: "connection", outcomeUnknown: false });
  });

  test("in the middle of a success body leaves open if a POST ran", async () => {
    const server = await startTestServer((response) => {
      response.writeHead(200, {
        "Content-Type": "application/json",
        "Content-Length": 100,
        "x-request-id": "r-1",
      });
      response.write('{"done"', () => response.destroy());
    });
    const { byOperation } = exampleClient({ baseUrl: server.url });
    const failure = await failureOf(() => byOperation.runThing({ path: { id: 1 } }));
    expect(failure).toMatchObject({
      kind: "unexpected-response",
      status: 200,
      outcomeUnknown: true,
      requestId: "r-1",
    });
    expect(failure.message).toContain("the response broke off.");
  });

  test("in the middle of a refusal's body leaves the refusal", async () => {
    const server = await startTestServer((response) => {
      response.writeHead(400, { "Content-Type": "application/json", "Content-Length": 100 });
      response.write('{"reason"', () => response.destroy());
    });
    const { byOperation } = exampleClient({ baseUrl: server.url });
    const failure = await failureOf(() => byOperation.runThing({ path: { id: 1 } }));
    expect(failure).toMatchObject({ kind: "http", status: 400, outcomeUnknown: false, body: undefined });
  });

  test.each([
    ["an object", { data: "mine" }],
    ["nothing", undefined],
    ["an answer whose headers are a plain object", { status: 200, headers: {} }],
    ["an answer whose status is a text", { status: "200", headers: new Headers() }],
  ])("but %s from a custom fetch is a ConnectionError too", async (_name, value) => {
    const fetch = (async () => value) as unknown as Fetch;
    const { byOperation } = exampleClient({ fetch, retry: false });
    const failure = await failureOf(() => byOperation.listThings());
    expect(failure.kind).toBe("connection");
    expect(failure.cause).toMatchObject({ message: "`fetch` did not resolve to a Response" });
  });

  test.each([200, 204, 302, 400])(
    "that can be read, because the body of a custom fetch's %i is no web stream, is a failure of ours",
    async (status) => {
      const answer = {
        status,
        ok: status < 300,
        headers: new Headers(json),
        body: { pipe: () => undefined },
      };
      const fetch = (async () => answer) as unknown as Fetch;
      const failure = await failureOf(() => exampleClient({ fetch, retry: false }).byOperation.listThings());
      expect(["unexpected-response", "redirect", "http"]).toContain(failure.kind);
    },
  );

  test("but a thrown value without a text is a ConnectionError too", async () => {
    const fetch: Fetch = () => Promise.reject(Object.create(null));
    const failure = await failureOf(() => exampleClient({ fetch, retry: false }).byOperation.listThings());
    expect(failure.kind).toBe("connection");
  });

  test("from a fetch whose error carries the request tells no key", async () => {
    const fetch: Fetch = async (url, init) => {
      throw Object.assign(new Error(`cannot send ${JSON.stringify([...new Headers(init.headers)])}`), {
        url,
        init,
      });
    };
    const failure = await failureOf(() => exampleClient({ fetch }).byOperation.listThings());
    expect(failure.kind).toBe("connection");
    expectNoKey(failure);
  });
});

describe("an abort", () => {
  test("before sending sends nothing, and the call surely did not run", async () => {
    const fetch = vi.fn<Fetch>();
    const signal = AbortSignal.abort(new Error("too late"));
    const failure = await failureOf(() =>
      exampleClient({ fetch }).byOperation.runThing({ path: { id: 1 }, signal }),
    );
    expect(failure).toMatchObject({ kind: "aborted", attempts: 0, outcomeUnknown: false });
    expect(failure.cause).toMatchObject({ message: "too late" });
    expect(fetch).not.toHaveBeenCalled();
  });

  test.each([
    ["while waiting for the answer", false],
    ["in the middle of the body", true],
  ])("%s leaves open if a POST ran", async (_name, headersFirst) => {
    const abort = new AbortController();
    const server = await startTestServer((response) => {
      if (!headersFirst) return abort.abort();
      response.writeHead(200, { "Content-Type": "application/json", "Content-Length": 100 });
      response.write("{");
    });
    const fetch: Fetch = async (url, init) => {
      const response = await globalThis.fetch(url, init);
      queueMicrotask(() => abort.abort());
      return response;
    };
    const { byOperation, byPath } = exampleClient({ baseUrl: server.url, fetch });
    const { signal } = abort;
    const failure = await failureOf(() => byOperation.runThing({ path: { id: 1 }, signal }));
    expect(failure).toMatchObject({ kind: "aborted", attempts: 1, outcomeUnknown: true });
    const again = await failureOf(() =>
      byPath.POST("/things/{id}/run", { params: { path: { id: 1 } }, signal }),
    );
    expect(again.kind).toBe("aborted");
  });

  test("that never comes changes nothing", async () => {
    const { client } = await startThingServer();
    const { signal } = new AbortController();
    expect(await client.byOperation.createThing({ body: { name: "a" }, signal })).toEqual({ id: 7 });
  });
});

describe("a call that must not be sent", () => {
  const fetch = vi.fn<Fetch>();
  const { byOperation } = exampleClient({ fetch });
  const untyped = byOperation as unknown as Record<string, (input: unknown) => Promise<unknown>>;

  test.each<[string, string, unknown]>([
    ["an unfit path parameter", "runThing", { path: { id: "../1" } }],
    ["a body that JSON cannot carry", "createThing", { body: { name: Number.NaN } }],
    ["a missing body", "createThing", {}],
    ["an undeclared media type", "createThing", { body: { name: "a" }, accept: "text/html" }],
    ["the key among its headers", "listThings", { headers: { "X-Key": "other" } }],
    ["an unfit query parameter", "listThings", { query: { limit: Number.NaN } }],
    ["openapi-fetch's own options", "listThings", { baseUrl: "https://elsewhere.example" }],
    ["no object at all", "listThings", null],
    ["a signal that is a controller", "listThings", { signal: new AbortController() }],
    ["a signal that is null", "listThings", { signal: null }],
    ["a deadline beyond what a timer takes", "listThings", { deadlineMs: 2 ** 31 }],
    ["an unfit retry option", "listThings", { retry: { maxAttempts: 0 } }],
  ])("for %s is refused as a rejection, with nothing sent", async (_name, operationId, input) => {
    const failure = await failureOf(() => untyped[operationId]?.(input));
    expect(failure).toMatchObject({ kind: "configuration", operationId, attempts: 0, outcomeUnknown: false });
    expect(fetch).not.toHaveBeenCalled();
  });

  test("for want of a key is refused with nothing sent", async () => {
    const failure = await failureOf(() =>
      exampleClient({ fetch, apiKey: () => "" }).byOperation.listThings(),
    );
    expect(failure).toMatchObject({ kind: "configuration", operationId: "listThings" });
    expect(fetch).not.toHaveBeenCalled();
  });
});

const ways = ["byOperation", "byPath"] as const;

interface Init {
  readonly path?: object;
  readonly query?: object;
  readonly [option: string]: unknown;
}

/** Calls an operation of the example API by one of the faces. */
function callBy(way: (typeof ways)[number], client: ExampleClient, operationId: string, init: Init) {
  type Methods = Readonly<Record<string, (...words: unknown[]) => Promise<unknown>>>;
  const { method, path: template } = exampleOperation(operationId);
  if (way === "byOperation") return (client.byOperation as unknown as Methods)[operationId]?.(init);
  const { path, query, ...rest } = init;
  return (client.byPath as unknown as Methods)[method]?.(template, { params: { path, query }, ...rest });
}

test.each([
  ["listThings", {}],
  ["listThings", { query: { tag: ["a b", "c&d"], page: 2 } }],
  ["listThings", { query: {} }],
  ["runThing", { path: { id: 7 }, headers: { "X-Trace": "1" } }],
  ["createThing", { body: { name: "é" } }],
] as const)("both ways to call %s send the same request", async (operationId, init) => {
  const fetch = vi.fn<Fetch>(async () => new Response(null, { status: 500 }));
  const client = exampleClient({ baseUrl: "https://api.example.com/base", fetch, retry: false });
  for (const way of ways)
    await Promise.resolve(callBy(way, client, operationId, init)).catch(() => undefined);
  const [first, second] = fetch.mock.calls.map(([url, { signal, ...rest }]) => ({ url, ...rest }));
  expect(first?.url).toMatch(/^https:\/\/api\.example\.com\/base\/things/);
  expect(second).toEqual(first);
});

test.each(ways)(
  "a path that would make the URL leave the origin is refused with nothing sent (%s)",
  async (way) => {
    const fetch = vi.fn<Fetch>();
    const operation = { ...exampleOperation("listThings"), path: "@elsewhere.example/things" };
    const api = { ...exampleApi, operations: { listThings: operation } };
    const options = { apiKey: exampleKey, allowRealApi: true, fetch };
    const { byOperation, byPath } = createFaces<{ listThings(): unknown }, { GET(path: string): unknown }>(
      { ...exampleDefinition, api },
      options,
    );
    const failure = await failureOf(() =>
      way === "byPath" ? byPath.GET(operation.path) : byOperation.listThings(),
    );
    expect(failure.message).toContain("the call's URL leaves the origin of `baseUrl`.");
    expect(fetch).not.toHaveBeenCalled();
  },
);

test("a custom fetch is called with redirect: manual and without the client as `this`", async () => {
  const fetch = vi.fn<Fetch>(async () => Response.json([]));
  await exampleClient({ fetch }).byOperation.listThings();
  expect(fetch.mock.calls[0]?.[0]).toBe("https://api.example.com/things");
  expect(fetch.mock.calls[0]?.[1]).toMatchObject({ method: "GET", redirect: "manual" });
  expect(fetch.mock.contexts[0]).toBeUndefined();
});

test("a key function is asked once for each call", async () => {
  const fetch = vi.fn<Fetch>(async () => Response.json([]));
  const apiKey = vi.fn(async () => `key-${apiKey.mock.calls.length}`);
  const { byOperation } = exampleClient({ fetch, apiKey });
  await byOperation.listThings();
  await byOperation.listThings();
  const keys = fetch.mock.calls.map(([, init]) => new Headers(init.headers).get("X-Key"));
  expect(keys).toEqual(["key-1", "key-2"]);
});
