import { once } from "node:events";
import { connect } from "node:net";
import { buffer } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { ReceivedRequest } from "../requests/received-request.ts";
import { testDocument } from "../testing/shelves-document.test-support.ts";
import { type ApiMock, startMockOf } from "./start-mock-of.ts";

const vendor = "application/vnd.example.shelf-v1";
const refusalType = "application/vnd.example.refusal-v1";
const key = "secret-key-of-the-test";

let mock: ApiMock;
let exchanges: ReceivedRequest[] = [];
let onNextExchange: () => void = () => {};

beforeAll(async () => {
  mock = await startMockOf(testDocument, {
    onExchange: (exchange) => {
      exchanges.push(exchange);
      onNextExchange();
    },
  });
});
afterAll(() => mock.close());
afterEach(() => {
  exchanges = [];
});

function put(headers: Record<string, string> = {}, body = '{"name":"oak"}'): Promise<Response> {
  return fetch(`${mock.url}/shelves/7`, {
    method: "PUT",
    headers: { "X-Key": key, "Content-Type": vendor, Accept: vendor, ...headers },
    body,
  });
}

/** Sends bytes unchanged, and returns all data received until the connection ends. */
async function send(text: string): Promise<string> {
  const socket = connect(Number(new URL(mock.url).port), "127.0.0.1");
  await once(socket, "connect");
  socket.end(text);
  return (await buffer(socket)).toString("latin1");
}

describe("a request as documented", () => {
  test("is answered with the document's example under the exact vendor media type, without violations", async () => {
    const response = await put();
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(vendor);
    expect(response.headers.get("sl-violations")).toBeNull();
    expect(response.headers.get("x-np6-mock")).toBeNull();
    expect(await response.text()).toBe('{"name":"oak"}');
  });

  test("gets the media type that its Accept asks for, or the first without one", async () => {
    expect((await put({ Accept: "application/json" })).headers.get("content-type")).toBe("application/json");
    expect((await put({ Accept: "*/*" })).headers.get("content-type")).toBe(vendor);
  });

  test("keeps a body that is not JSON byte for byte", async () => {
    const response = await fetch(`${mock.url}/shelves`, { headers: { "X-Key": key } });
    expect(response.headers.get("content-type")).toBe("text/csv");
    expect(await response.text()).toBe("name\noak\n");
  });

  test("may have an answer without a body", async () => {
    const response = await fetch(`${mock.url}/shelves/first`, { method: "POST", headers: { "X-Key": key } });
    expect(response.status).toBe(204);
    expect(await response.text()).toBe("");
  });
});

describe("Prism refuses", () => {
  test("a missing key with the documented 401", async () => {
    const response = await fetch(`${mock.url}/shelves/7`, {
      method: "PUT",
      headers: { "Content-Type": vendor },
      body: '{"name":"oak"}',
    });
    expect(response.status).toBe(401);
    expect(response.headers.get("content-type")).toBe(refusalType);
    expect(response.headers.get("x-request-id")).toMatch(/^[\da-f-]{36}$/);
    expect(await response.json()).toEqual({ message: "refused" });
    expect(response.headers.get("sl-violations")).toContain("security");
  });

  test("a body that breaks the schema with the documented 400, naming the field", async () => {
    const response = await put({}, "{}");
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toBe(refusalType);
    expect(response.headers.get("sl-violations")).toContain("'name'");
  });

  test("a field whose name no header can carry, and lives on", async () => {
    const response = await put({}, '{"name":"oak","日本":1}');
    expect(response.status).toBe(400);
    expect(response.headers.get("sl-violations")).toContain("\\u65e5\\u672c");
    expect((await put()).status).toBe(200);
  });
});

describe("the mock in front of Prism", () => {
  test("answers a body that is not JSON with the documented 400, after the key", async () => {
    const response = await put({}, '{"name"');
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toBe(refusalType);
    expect(response.headers.get("sl-violations")).toContain("must be JSON");
    const withoutKey = { method: "PUT", headers: { "Content-Type": vendor }, body: '{"name"' };
    expect((await fetch(`${mock.url}/shelves/7`, withoutKey)).status).toBe(401);
  });

  test("refuses application/json where the vendor's media type is declared: 415 that names both", async () => {
    const response = await put({ "Content-Type": "application/json" });
    expect(response.status).toBe(415);
    expect(response.headers.get("x-np6-mock")).toBe("refused");
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const body = await response.json();
    expect(body).toMatchObject({ status: 415, title: "Unsupported Media Type" });
    expect(body).toMatchObject({ detail: expect.stringContaining('"application/json"') });
    expect(body).toMatchObject({ detail: expect.stringContaining(vendor) });
  });

  test("refuses an Accept of an unknown version: 406 that names both", async () => {
    const response = await put({ Accept: "application/vnd.example.shelf-v2" });
    expect(response.status).toBe(406);
    expect(response.headers.get("x-np6-mock")).toBe("refused");
    expect(await response.text()).toContain(`: ${vendor}`);
  });

  test("refuses a chunked body: 411", async () => {
    const answer = await send(
      `PUT /shelves/7 HTTP/1.1\r\nHost: x\r\nX-Key: ${key}\r\nContent-Type: ${vendor}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\ne\r\n{"name":"oak"}\r\n0\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 411 Length Required\r\n/);
    expect(answer).toContain("x-np6-mock: refused");
    expect(answer).not.toContain(key);
  });

  test("refuses an unknown path with 404 and a known one with another method with 405", async () => {
    const unknown = await fetch(`${mock.url}/nowhere?key=${key}`);
    expect(unknown.status).toBe(404);
    expect(await unknown.text()).not.toContain(key);
    const response = await fetch(`${mock.url}/shelves/7`, { method: "PATCH", body: "" });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("PUT, DELETE");
  });

  test("passes on an answer to many requests at once, each its own", async () => {
    const responses = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        put(index % 2 === 0 ? {} : { Prefer: "code=200, example=pine" }),
      ),
    );
    const bodies = await Promise.all(responses.map((response) => response.text()));
    expect(bodies).toEqual(
      bodies.map((_, index) => (index % 2 === 0 ? '{"name":"oak"}' : `{"name":"pine's"}`)),
    );
  });
});

describe("Prefer", () => {
  test.each([
    [400, refusalType],
    [401, refusalType],
    [409, refusalType],
    [500, "application/json"],
  ])(
    "code=%i gives that documented answer though its media type is not the accepted one",
    async (status, type) => {
      const response = await put({ Prefer: `code=${status}` });
      expect(response.status).toBe(status);
      expect(response.headers.get("content-type")).toBe(type);
      expect(response.headers.get("sl-violations")).toBeNull();
    },
  );

  test("code=415 gives the documented answer without a body", async () => {
    const response = await put({ Prefer: "code=415" });
    expect(response.status).toBe(415);
    expect(response.headers.get("x-np6-mock")).toBeNull();
    expect(await response.text()).toBe("");
  });

  test("example=… picks a named example", async () => {
    expect(await (await put({ Prefer: "code=200, example=pine" })).json()).toEqual({ name: "pine's" });
  });

  test("body=empty takes the body away and keeps the headers", async () => {
    const response = await put({ Prefer: "code=409, body=empty" });
    expect(response.status).toBe(409);
    expect(response.headers.get("content-length")).toBe("0");
    expect(response.headers.get("content-type")).toBeNull();
    expect(response.headers.get("x-request-id")).toMatch(/^[\da-f-]{36}$/);
    expect(await response.text()).toBe("");
  });

  test("body=empty does not hide that the key is missing", async () => {
    const response = await fetch(`${mock.url}/shelves/7`, {
      method: "PUT",
      headers: { "Content-Type": vendor, Prefer: "code=409, body=empty" },
      body: '{"name":"oak"}',
    });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ message: "refused" });
  });

  test("what the document does not have is refused", async () => {
    const response = await put({ Prefer: "code=500, body=empty" });
    expect(response.status).toBe(400);
    expect(response.headers.get("x-np6-mock")).toBe("refused");
  });
});

test("each request is reported once, with its operation, status and violations, without the key", async () => {
  const exchange = new Promise<void>((resolve) => {
    onNextExchange = resolve;
  });
  await (
    await fetch(`${mock.url}/shelves/7?key=${key}`, {
      method: "PUT",
      headers: { "X-Key": key, "Content-Type": vendor },
      body: "{}",
    })
  ).text();
  await exchange;
  expect(exchanges).toEqual([
    {
      number: mock.requestCount,
      method: "PUT",
      path: "/shelves/7",
      query: "key=(key-removed)",
      operationId: "replaceShelf",
      requestId: expect.stringMatching(/^[\da-f-]{36}$/),
      headers: expect.objectContaining({ "content-type": vendor }),
      body: {},
      valid: false,
      violations: [expect.stringContaining("'name'")],
      scenarios: [],
      status: 400,
      milliseconds: expect.any(Number),
    },
  ]);
  expect(JSON.stringify(exchanges)).not.toContain(key);
});
