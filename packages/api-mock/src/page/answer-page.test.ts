import { get as httpGet } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ApiMock, startMockOf } from "../session/start-mock-of.ts";
import { testDocument } from "../testing/shelves-document.test-support.ts";
import { escapeHtml } from "./escape-html.ts";

// `pnpm check mock-page` tests the page in a real browser.

let mock: ApiMock;
beforeAll(async () => {
  mock = await startMockOf(testDocument);
});
afterAll(() => mock.close());

const get = (headers: Record<string, string> = {}) =>
  fetch(`${mock.url}/`, { headers: { Accept: "text/html", ...headers } });
const post = (action: string, form: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  fetch(`${mock.url}/-/np6-mock/${action}`, {
    method: "POST",
    body: new URLSearchParams(form),
    headers,
    redirect: "manual",
  });

test("the page shows operations, scenarios and the latest requests, and stands in no log", async () => {
  mock.reset();
  await fetch(`${mock.url}/shelves`, { headers: { "X-Key": "k" } });
  const response = await get();
  expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  const page = await response.text();
  expect(page).toContain("curl -i -X PUT &#39;http://127.0.0.1:");
  expect(page).toContain("GET /shelves</span>");
  expect(page).toContain("$NP6_API_KEY");
  expect(page).not.toContain("any-key");
  expect(page).toContain(">conflict</option>");
  expect(mock.requestCount).toBe(1);
});

test("what came from outside is escaped", async () => {
  const evil = `/shelves/<img src=x onerror=alert(1)>"'&`;
  await new Promise((resolve, reject) => {
    // fetch would encode the path.
    import("node:http").then(({ request }) =>
      request(mock.url, { path: evil.replaceAll(" ", "%20") }, (answer) =>
        answer.resume().once("end", resolve),
      )
        .once("error", reject)
        .end(),
    );
  });
  const page = await (await get()).text();
  expect(page).not.toContain("<img");
  expect(page).toContain("&lt;img");
  expect(escapeHtml(`<a href="x" id='y'>&`)).toBe("&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;");
});

test("without an Accept for HTML, / answers a health check, and it stands in no log", async () => {
  const before = mock.requestCount;
  const response = await fetch(mock.url);
  expect([response.status, await response.json()]).toEqual([200, { status: "ok" }]);
  const head = await fetch(mock.url, { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
  expect(await statusFor("np6-mock:4010")).toBe(200);
  expect(mock.requestCount).toBe(before);
});

test("the page is there for localhost in any letters, and a health check is for every name", async () => {
  expect(await statusFor("LOCALHOST", "text/html")).toBe(200);
  expect(await statusFor("np6-mock:4010", "text/html")).toBe(403);
});

/** Status of `GET /` with a Host that fetch would not send. */
function statusFor(host: string, accept = "*/*"): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    httpGet(mock.url, { headers: { host, accept } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).on("error", reject);
  });
}

test("its forms start and end scenarios, and reset everything", async () => {
  expect((await post("start", { scenario: "conflict", options: "times=2" })).status).toBe(303);
  await post("start", { scenario: "latency", options: "" });
  expect(mock.scenarios).toEqual([
    { name: "conflict", operation: undefined, times: 2 },
    { name: "latency", operation: undefined, times: undefined },
  ]);
  expect(await (await get()).text()).toContain("End conflict");
  await post("end", { name: "conflict" });
  expect(mock.scenarios.map(({ name }) => name)).toEqual(["latency"]);
  await post("reset");
  expect([mock.scenarios, mock.requests]).toEqual([[], []]);
});

test("a scenario that there is not is said on the page", async () => {
  const response = await post("start", { scenario: "<nowhere>" });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain("the scenario &quot;&lt;nowhere&gt;&quot; is not understood");
  expect((await post("explode")).status).toBe(400);
});

describe("refused is", () => {
  test.each([
    ["a page of another site that presses the buttons", { Origin: "https://evil.example" }],
    ["a request from another site", { "Sec-Fetch-Site": "cross-site" }],
  ])("%s", async (_, headers) => {
    expect((await post("start", { scenario: "conflict" }, headers)).status).toBe(403);
    expect(mock.scenarios).toEqual([]);
  });

  test("a name that a stranger's DNS points here", async () => {
    const { request } = await import("node:http");
    const status = await new Promise((resolve, reject) => {
      request(mock.url, { headers: { Host: "evil.example", Accept: "text/html" } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .once("error", reject)
        .end();
    });
    expect(status).toBe(403);
  });
});
