import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type ApiMock, startMockOf } from "../session/start-mock-of.ts";
import { testDocument } from "../testing/shelves-document.test-support.ts";
import { listen } from "../wire/listen.ts";
import { checkUpstreamUrl } from "./check-upstream-url.ts";

const vendor = "application/vnd.example.shelf-v1";
const key = "secret-key-of-the-test";

let answerWith: (response: ServerResponse) => void = () => {};
let seen: IncomingMessage[] = [];
const api = createServer((request, response) => {
  seen.push(request);
  request.resume();
  answerWith(response);
});
const otherOrigin = createServer((request, response) => {
  seen.push(request);
  response.end("stolen");
});
let mock: ApiMock;

beforeAll(async () => {
  await listen(otherOrigin, 0, "127.0.0.1");
  const url = await listen(api, 0, "127.0.0.1");
  mock = await startMockOf(testDocument, { proxy: checkUpstreamUrl(`${url}/`) });
});
afterAll(async () => {
  await mock.close();
  for (const server of [api, otherOrigin]) {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  }
});
afterEach(() => {
  seen = [];
  mock.reset();
});

const answer =
  (status: number, contentType: string | undefined, body: string, headers: Record<string, string> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(status, {
      ...headers,
      ...(contentType === undefined ? {} : { "content-type": contentType }),
    });
    response.end(body);
  };

function put(body = '{"name":"oak"}', headers: Record<string, string> = {}): Promise<Response> {
  const given = { "X-Key": key, "Content-Type": vendor, ...headers };
  return fetch(`${mock.url}/shelves/7?a=1`, { method: "PUT", headers: given, body, redirect: "manual" });
}
const violations = (): readonly string[] => mock.requests.at(-1)?.violations ?? [];

test("a request goes on as it came, with its key, and the answer comes back as it is", async () => {
  answerWith = answer(200, vendor, '{"name":"teak"}', { "x-request-id": "r-1" });
  const response = await put();
  expect([response.status, response.headers.get("content-type")]).toEqual([200, vendor]);
  expect(response.headers.get("x-request-id")).toBe("r-1");
  expect(await response.text()).toBe('{"name":"teak"}');
  expect(seen[0]?.url).toBe("/shelves/7?a=1");
  expect(seen[0]?.headers).toMatchObject({
    "x-key": key,
    "content-type": vendor,
    "content-length": "14",
    host: `127.0.0.1:${(api.address() as AddressInfo).port}`,
  });
  expect(violations()).toEqual([]);
  expect(JSON.stringify(mock.requests)).not.toContain(key);
});

describe("what differs from the document is reported, and passed on all the same", () => {
  test.each([
    [
      "a status",
      answer(418, undefined, ""),
      "response.status: replaceShelf does not document 418, but 200, 400",
    ],
    [
      "a media type",
      answer(200, "application/vnd.example.shelf-v2", "{}"),
      "content-type: received application/vnd.example.shelf-v2",
    ],
    ["a missing body", answer(200, undefined, ""), "response.body: it is empty"],
    ["a body that is not JSON", answer(200, vendor, "{"), "response.body: it is not JSON"],
    ["a field", answer(200, vendor, '{"name":7}'), "response.body: /name must be string"],
    ["an encoding", answer(200, vendor, "x", { "content-encoding": "br" }), "encoded as br"],
  ])("%s of the answer", async (_, given, line) => {
    answerWith = given;
    await put();
    expect(violations()).toEqual([expect.stringContaining(line)]);
  });

  test("a field of the request", async () => {
    answerWith = answer(200, vendor, '{"name":"teak"}');
    expect((await put("{}")).status).toBe(200);
    expect(violations()).toEqual([expect.stringContaining("'name'")]);
    expect(seen).toHaveLength(1);
  });

  test("what the mock itself would refuse", async () => {
    answerWith = answer(200, vendor, '{"name":"teak"}');
    expect((await put('{"name":"oak"}', { "Content-Type": "application/json; a=b" })).status).toBe(200);
    expect(violations()).toEqual([expect.stringContaining("Send Content-Type")]);
  });

  test("a path that the document does not have", async () => {
    answerWith = answer(200, "text/plain", "hello");
    expect(await (await fetch(`${mock.url}/nowhere`)).text()).toBe("hello");
    expect(violations()).toEqual([expect.stringContaining("No operation of the document has this path")]);
  });

  test("nothing of a refusal that may be empty", async () => {
    answerWith = answer(409, undefined, "");
    expect((await put()).status).toBe(409);
    expect(violations()).toEqual([]);
  });
});

test("a redirect is passed on and not followed: the key goes nowhere else", async () => {
  const elsewhere = `http://127.0.0.1:${(otherOrigin.address() as AddressInfo).port}/`;
  answerWith = answer(307, undefined, "", { location: elsewhere });
  const response = await put();
  expect([response.status, response.headers.get("location")]).toEqual([307, elsewhere]);
  expect(seen).toHaveLength(1);
});

test("an API that does not answer is 502 that says so, and says nothing of the key", async () => {
  answerWith = (response) => response.destroy();
  const response = await put();
  expect([response.status, response.headers.get("x-np6-mock")]).toEqual([502, "failed"]);
  expect(await response.text()).toMatch(/did not respond: .*Whether the request ran there is unknown/);
});

test("scenarios come before the API: it does not see what is refused", async () => {
  mock.scenario("conflict", { times: 1 });
  expect((await put()).status).toBe(409);
  expect(seen).toEqual([]);
});

describe("the address of the API", () => {
  test.each([
    ["https://api.example.com/", "https://api.example.com"],
    ["http://localhost:8080/base/", "http://localhost:8080/base"],
    ["http://127.0.0.1:1", "http://127.0.0.1:1"],
    ["http://[::1]:1", "http://[::1]:1"],
  ])("%s is taken", (given, url) => expect(checkUpstreamUrl(given)).toBe(url));

  test.each([
    ["http://api.example.com", "unencrypted"],
    ["http://localhost.example.com", "unencrypted"],
    ["ftp://127.0.0.1", "unencrypted"],
    ["https://user:password@api.example.com", "user name"],
    ["https://api.example.com?key=1", "query"],
    ["api.example.com", "is not a URL"],
  ])("%s is refused", (given, reason) => {
    expect(() => checkUpstreamUrl(given)).toThrow(reason);
    expect(() => checkUpstreamUrl(given)).not.toThrow("password@");
  });
});
