import { execFile } from "node:child_process";
import { request } from "node:http";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type ApiMock, startMockOf } from "../session/start-mock-of.ts";
import { testDocument } from "../testing/shelves-document.test-support.ts";

const key = 'never "seen"/key-47';

let mock: ApiMock;
beforeAll(async () => {
  mock = await startMockOf(testDocument);
});
beforeEach(() => mock.reset());
afterAll(() => mock.close());

const page = async () => (await fetch(`${mock.url}/`, { headers: { Accept: "text/html" } })).text();
const unescaped = (html: string) =>
  html
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** Sends a request that fetch would change. */
function send(path: string, headers: Record<string, string>, body = "", method = "POST"): Promise<void> {
  return new Promise((resolve, reject) => {
    request(mock.url, { method, path, headers }, (answer) => answer.resume().once("end", resolve))
      .once("error", reject)
      .end(body);
  });
}

test("a request has its time, headers and bodies of both directions", async () => {
  await send("/shelves?page=2", { "X-Key": key, "Content-Type": "application/json" }, '{"name":"<b>"}');
  const html = await page();
  expect(html).toMatch(/<time class="soft" datetime="\d{4}-\d\d-\d\dT[\d:.]+Z">[\d:.]+ UTC<\/time>/);
  expect(html).toContain("POST /shelves?page=2");
  expect(html).toContain("<dt>Content-Type</dt><dd>application/json</dd>");
  expect(html).toContain("{\n  &quot;name&quot;: &quot;&lt;b&gt;&quot;\n}");
  expect(html).toContain("<dt>x-np6-mock</dt>");
});

test("the key is nowhere, however it is spelt, and also where another request sent it", async () => {
  const inBase64 = Buffer.from(`user:${key}`).toString("base64");
  const spelt = [
    key,
    encodeURIComponent(key),
    JSON.stringify(key).slice(1, -1),
    inBase64,
    Buffer.from(key).toString("hex"),
  ];
  // Before the mock has seen that it is a key.
  await send(`/shelves?note=${encodeURIComponent(key)}`, { "X-Note": key }, JSON.stringify({ note: key }));
  await send(
    `/shelves/${encodeURIComponent(key)}`,
    { "X-Key": key, Authorization: `Basic ${inBase64}` },
    spelt.join(" "),
  );
  const html = await page();
  const text = unescaped(html);
  for (const one of spelt) {
    expect(html.includes(one), one).toBe(false);
    expect(text.includes(one), one).toBe(false);
  }
  // Proves that the page contains the requests.
  expect(html).toContain("<dt>X-Key</dt><dd>(key-removed)</dd>");
  expect(html.match(/key-removed/g)?.length).toBeGreaterThan(8);
});

test("a key that is too short to be looked for is not among the headers, and what stands there is escaped", async () => {
  await send("/shelves", { "X-Key": "k9", "X-Note": "<img src=x>" });
  const html = await page();
  expect(html).toContain("<dt>X-Key</dt><dd>(key-removed)</dd>");
  expect(html).toContain("<dd>&lt;img src=x&gt;</dd>");
});

test("the command sends the request again, with the key of the shell", async () => {
  await send(
    "/shelves?name=it's%20%5Ba%5D",
    { "X-Key": key, "Content-Type": "application/json" },
    `{"name":"it's"}`,
  );
  const command = unescaped(
    /<h3>Send it again<\/h3>.*?<pre[^>]*>([\s\S]*?)<\/pre>/.exec(await page())?.[1] ?? "",
  );
  expect(command).toContain('-H "X-Key: $NP6_API_KEY"');
  const [first] = mock.requests;
  await promisify(execFile)("sh", ["-c", command], { env: { ...process.env, NP6_API_KEY: "k" } });
  const again = mock.requests[1];
  const same = ({ method, path, query, body, status }: typeof first & object) => ({
    method,
    path,
    query,
    body,
    status,
  });
  expect(first && again && same(again)).toEqual(first && same(first));
});

test("a long body is cut, and the latest twenty are shown", async () => {
  await send("/shelves", { "X-Key": key }, "x".repeat(50_000));
  expect(await page()).toContain("… 40000 characters more");
  for (let sent = 0; sent < 21; sent += 1) await send(`/shelves/${sent}`, { "X-Key": key }, "", "GET");
  const html = await page();
  expect(html.match(/<details id="request-/g)).toHaveLength(20);
  expect(html).not.toContain("characters more");
});
