import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient, isNp6Error } from "@np6/api-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readBundledDocument } from "../api/read-bundled-document.ts";
import { readSpecification } from "../api/read-specification.ts";
import { type Mock, startMock } from "../session/start-mock.ts";
import { startMockOf } from "../session/start-mock-of.ts";
import { readRecording } from "./read-recording.ts";
import { recordExchanges } from "./record-exchanges.ts";

const key = "a-secret-key-of-the-test";
const path = { id: 42 };
const execution = (value: string) => ({ receiver: { type: "id" as const, value } });
const failureOf = async (call: Promise<unknown>) => {
  const failure: unknown = await call.catch((error: unknown) => error);
  if (!isNp6Error(failure)) throw failure;
  return failure;
};

let mock: Mock;
let folder: string;
beforeAll(async () => {
  [mock, folder] = await Promise.all([startMock(), mkdtemp(join(tmpdir(), "np6-replay-"))]);
});
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true });
});

/** Makes a session that answers from a file. */
async function replaying(har: unknown, name = "browser.har") {
  const file = join(folder, name);
  if (har !== undefined) await writeFile(file, JSON.stringify(har));
  return mock.session({ replay: file });
}

test("what the mock recorded in front of an API is answered again, in the order in which it came", async () => {
  const document = await readBundledDocument();
  const file = join(folder, "traffic.har");
  const recording = await recordExchanges(
    file,
    { name: "np6-mock", version: "1" },
    readSpecification(document),
  );
  const proxy = await startMockOf(document, {
    proxy: mock.url,
    onExchange: (request, wire) => recording.add(proxy.url, request, wire),
  });
  const real = createClient({ apiKey: key, baseUrl: proxy.url, retry: false });
  mock.scenario("conflict-empty", { times: 1 });
  expect(await failureOf(real.executeWorkflow({ path, body: execution("A") }))).toMatchObject({
    status: 409,
  });
  const answered = await real.executeWorkflow({ path, body: execution("A") });
  const copy = await real.duplicateWorkflow({ path });
  mock.scenario("partial-failure", { times: 1 });
  const many = await real.executeWorkflowBatch({ path, body: [execution("A"), execution(key)] });
  await proxy.close();
  await recording.close();
  expect(await readFile(file, "utf8")).not.toContain(key);
  const before = mock.requestCount;

  const session = await replaying(undefined, "traffic.har");
  const np6 = session.client({ retry: false, apiKey: key });
  // A different order of members is the same body.
  const body = { receiver: { value: "A", type: "id" as const } };
  expect(await failureOf(np6.executeWorkflow({ path, body }))).toMatchObject({
    status: 409,
    body: undefined,
  });
  for (const _ of [1, 2]) expect(await np6.executeWorkflow({ path, body })).toEqual(answered);
  expect(await np6.duplicateWorkflow({ path })).toEqual(copy);
  // A key in a body still matches, although the recording does not contain it.
  const withoutKey: unknown = JSON.parse(JSON.stringify(many).replaceAll(key, "(key-removed)"));
  expect(await np6.executeWorkflowBatch({ path, body: [execution("A"), execution(key)] })).toEqual(
    withoutKey,
  );
  expect(session.requests.map(({ valid }) => valid)).toEqual(Array(5).fill(true));
  session.reset();
  expect(await failureOf(np6.executeWorkflow({ path, body }))).toMatchObject({ status: 409 });
  expect(mock.requestCount).toBe(before);
  await session.close();
});

const type = "application/vnd.np6.cm.workflow-v4";
const entry = (url: string, sent: string, status: number, text: string, more: object = {}) => ({
  request: {
    method: "POST",
    url,
    headers: [
      { name: "X-Key", value: key },
      { name: "Content-Type", value: type },
    ],
    postData: { mimeType: type, text: sent },
  },
  response: {
    status,
    headers: [
      { name: "content-type", value: type },
      { name: "Content-Encoding", value: "br" },
      { name: "x-request-id", value: "r-7" },
      { name: "Set-Cookie", value: "session=1" },
    ],
    content: { text, ...more },
  },
});
const api = "https://intranet.example.com/gateway/np6/scripting/workflows";
const browser = {
  log: {
    entries: [
      entry("https://tracker.example.com/pixel", "", 200, "{}"),
      entry(
        `${api}/42/execution`,
        JSON.stringify(execution("A")),
        200,
        JSON.stringify({ type: "success", echo: key }),
      ),
      entry(`${api}/42/execution`, JSON.stringify(execution("B")), 0, ""),
      entry(`${api}/7/execution`, "{}", 503, Buffer.from("<html>").toString("base64"), {
        encoding: "base64",
      }),
    ],
  },
};

describe("a browser's recording", () => {
  test("is replayed without its key, its cookies and how it was encoded", async () => {
    const session = await replaying(browser);
    const headers = { "X-Key": key, "content-type": type, accept: type };
    const body = JSON.stringify(execution("A"));
    const url = `${session.url}/scripting/workflows/42/execution`;
    const response = await fetch(url, { method: "POST", headers, body });
    expect(Object.fromEntries(response.headers)).toEqual({
      "content-type": type,
      "x-request-id": "r-7",
      "content-length": expect.any(String),
      connection: expect.any(String),
      "keep-alive": expect.any(String),
    });
    const text = await response.text();
    expect(text).toContain("success");
    expect(text).not.toContain(key);
    const seven = await failureOf(
      session.client({ retry: false }).executeWorkflow({ path: { id: 7 }, body: {} }),
    );
    expect(seven).toMatchObject({ status: 503, bodyExcerpt: "<html>" });
    // Violations in the recording are reported as those of a real API.
    expect(session.requests[1]?.violations.join()).toContain("503");
    await session.close();
  });

  test("names the nearest exchange when there is no such request", async () => {
    const session = await replaying(browser);
    const np6 = session.client({ retry: false });
    const other = await failureOf(np6.executeWorkflow({ path, body: { ...execution("B"), node: "n" } }));
    expect(other).toMatchObject({ status: 404, outcomeUnknown: false });
    expect(session.requests[0]?.violations.at(-1)).toBe(
      "The recording has no such request. The nearest is its exchange 1: " +
        'body.receiver.value is "B", expected "A"; body.node is "n", expected nothing.',
    );
    expect(await failureOf(np6.duplicateWorkflow({ path }))).toMatchObject({
      bodyExcerpt: expect.stringContaining("path is "),
    });
    await session.close();
  });

  test("leaves room for an answer of one's own", async () => {
    const session = await replaying(browser);
    session.answer({ operation: "duplicateWorkflow", status: 409 });
    const np6 = session.client({ retry: false });
    expect(await failureOf(np6.duplicateWorkflow({ path }))).toMatchObject({ status: 409 });
    await session.close();
  });
});

describe("it is refused to replay", () => {
  test.each([
    [
      "nothing of this API",
      { log: { entries: browser.log.entries.slice(0, 1) } },
      "has no request of this API",
    ],
    ["what is no recording", { log: {} }, "is not a HAR file: it has no log.entries"],
  ])("%s", async (_, har, message) => {
    await expect(replaying(har)).rejects.toThrow(message);
  });

  test("a file that is not there", async () => {
    const specification = readSpecification(await readBundledDocument());
    await expect(readRecording(join(folder, "nowhere.har"), specification)).rejects.toThrow("cannot be read");
  });
});
