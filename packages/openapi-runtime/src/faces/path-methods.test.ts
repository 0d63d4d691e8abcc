import { describe, expect, test, vi } from "vitest";
import type { Fetch } from "../options/configuration.ts";
import { version1 } from "../testing/example-api.test-support.ts";
import { exampleClient } from "../testing/example-client.test-support.ts";
import { exampleFailures } from "../testing/example-failures.test-support.ts";
import { expectNoKey } from "../testing/expect-no-key.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";
import { startTestServer } from "../testing/test-server.test-support.ts";

const { HttpError } = exampleFailures;

describe("a call by method and path", () => {
  test("resolves to data and the response", async () => {
    const server = await startTestServer((response) => {
      response.writeHead(201, { "Content-Type": version1, "x-request-id": "r-1" }).end('{"id":7}');
    });
    const { byPath } = exampleClient({ baseUrl: server.url });
    const { data, error, response } = await byPath.POST("/things", { body: { name: "a" } });
    expect({ data, error }).toEqual({ data: { id: 7 }, error: undefined });
    expect(response.headers.get("x-request-id")).toBe("r-1");
    expect(response.bodyUsed).toBe(true);
  });

  test("resolves to undefined data for a declared empty success", async () => {
    const server = await startTestServer((response) => response.writeHead(204).end());
    const { byPath } = exampleClient({ baseUrl: server.url });
    const result = await byPath.DELETE("/things/{id}", { params: { path: { id: 7 } } });
    expect(result).toMatchObject({ data: undefined, response: { status: 204 } });
    expect(result.error).toBeUndefined();
  });

  test("has `error` set for an empty 409, with status, operation and request id", async () => {
    const server = await startTestServer((response) =>
      response.writeHead(409, { "x-request-id": "r-1" }).end(),
    );
    const { byPath } = exampleClient({ baseUrl: server.url });
    const { data, error, response } = await byPath.POST("/things/{id}/run", { params: { path: { id: 7 } } });
    expect(data).toBeUndefined();
    expect(error).toBeInstanceOf(HttpError);
    expect(error).toMatchObject({ kind: "http", status: 409, operationId: "runThing", requestId: "r-1" });
    expect(response.status).toBe(409);
    expectNoKey(error);
  });

  test.each(["null", "0", "false", '""'])("has `error` set for a refusal with the body %s", async (body) => {
    const fetch: Fetch = async () =>
      new Response(body, { status: 500, headers: { "Content-Type": "application/json" } });
    const { error } = await exampleClient({ fetch }).byPath.POST("/things/{id}/run", {
      params: { path: { id: 7 } },
    });
    expect(error).toMatchObject({ kind: "http", body: JSON.parse(body), outcomeUnknown: true });
  });

  test("has `error` set for a success that nobody can read", async () => {
    const fetch: Fetch = async () => new Response("<p>", { headers: { "Content-Type": "text/html" } });
    const { error } = await exampleClient({ fetch }).byPath.GET("/things");
    expect(error).toMatchObject({ kind: "unexpected-response", bodyExcerpt: "<p>" });
  });

  test("rejects when no response arrived", async () => {
    const fetch: Fetch = async () => Promise.reject(new TypeError("fetch failed"));
    const failure = await failureOf(() => exampleClient({ fetch }).byPath.GET("/things"));
    expect(failure.kind).toBe("connection");
  });
});

describe("a call by method and path that is not in the spec", () => {
  const fetch = vi.fn<Fetch>();
  const byPath = exampleClient({ fetch }).byPath as unknown as Record<
    string,
    (path: string, init?: unknown) => Promise<unknown>
  >;

  test.each([
    ["GET", "/things/42", {}, "the spec has no operation GET /things/42"],
    ["PATCH", "/things", {}, "the spec has no operation PATCH /things"],
    ["GET", "/things", { baseUrl: "https://elsewhere.example" }, "GET has no option `baseUrl`"],
    ["GET", "/things", { fetch: () => 1 }, "GET has no option `fetch`"],
    ["GET", "/things", { params: { cookie: {} } }, "`params` has no option `cookie`"],
    ["GET", "/things", { params: null }, "`params` takes an object with: path, query, header"],
    ["GET", "/things", null, "GET takes an object with: params, body"],
  ])("%s %s %j is refused with nothing sent", async (method, path, init, message) => {
    const failure = await failureOf(() => byPath[method]?.(path, init));
    expect(failure.kind).toBe("configuration");
    expect(failure.message).toContain(message);
    expect(fetch).not.toHaveBeenCalled();
  });
});
