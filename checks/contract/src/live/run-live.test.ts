import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { type Mock, startMock } from "@np6/api-mock";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { documentedOperations } from "../exchanges/documented-operations.ts";
import { runLive } from "./run-live.ts";

const key = 'live-key-with-"-and-more';
const operations = documentedOperations();
const changing = operations.filter(({ method }) => method !== "GET").map(({ operationId }) => operationId);
const json = { "Content-Type": "application/json" };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "contract-live-test-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function run(env: Readonly<Record<string, string | undefined>>) {
  const reportFile = join(folder, "live.json");
  let [out, err] = ["", ""];
  const exitCode = await runLive({
    env: { NP6_API_KEY: key, ...env },
    reportFile,
    out: (words) => {
      out += words;
    },
    err: (words) => {
      err += words;
    },
  });
  const report = await readFile(reportFile, "utf8").catch(() => "{}");
  expect(`${out}${err}${report}`).not.toContain("live-key-with");
  return { exitCode, out, err, results: JSON.parse(report).results };
}

describe("against the mock", () => {
  let mock: Mock;
  beforeAll(async () => {
    mock = await startMock();
  });
  afterEach(() => mock.reset());
  afterAll(() => mock.close());
  const operationIds = operations.map(({ operationId }) => operationId);

  test("every operation is called once, by the spec's examples, and nothing differs", async () => {
    const { exitCode, out } = await run({
      NP6_BASE_URL: mock.url,
      NP6_CONTRACT_OPERATIONS: operationIds.join(","),
    });
    expect(out).toContain("It agrees with the spec.");
    expect(exitCode).toBe(0);
    expect(mock.requests.map(({ operationId, valid }) => [operationId, valid])).toEqual(
      operationIds.map((operationId) => [operationId, true]),
    );
  });

  test("only what is named is called", async () => {
    await run({ NP6_BASE_URL: mock.url, NP6_CONTRACT_OPERATIONS: " getWorkflowNodes , getWorkflowTasks" });
    expect(mock.requests.map(({ operationId }) => operationId)).toEqual([
      "getWorkflowNodes",
      "getWorkflowTasks",
    ]);
  });

  test.each([
    ["wrong-version", "media type", "instead of application/vnd.np6.cm.workflow-v4"],
    ["gateway-page-200", "media type", "text/html"],
    ["gateway-page-502", "status", "502 is not documented"],
    ["reset-after", "no answer", "check before"],
  ])("what the scenario %s changes is a difference: %s", async (scenario, kind, message) => {
    mock.scenario(scenario);
    const env = { NP6_BASE_URL: mock.url, NP6_CONTRACT_OPERATIONS: "executeWorkflow" };
    const { exitCode, out, results } = await run(env);
    expect(exitCode).toBe(1);
    expect(results[0].differences).toEqual([{ kind, message: expect.stringContaining(message) }]);
    expect(out).toContain(`: ${kind}: `);
    expect(out).toContain("executeWorkflow may have run although it failed");
    expect(mock.requestCount).toBe(1);
  });

  test("a documented refusal is none, and is not sent again", async () => {
    mock.scenario("rate-limit", { limit: 0 });
    const env = { NP6_BASE_URL: mock.url, NP6_CONTRACT_OPERATIONS: "getWorkflowNodes" };
    expect((await run(env)).results).toMatchObject([{ status: 429, differences: [{ kind: "header" }] }]);
    expect(mock.requestCount).toBe(1);
  });
});

describe("against a server that does as it likes", () => {
  let requests: { method: string | undefined; url: string | undefined; body: string }[] = [];
  let answer: (response: ServerResponse) => void = () => {};
  const server = createServer(async (request: IncomingMessage, response) => {
    requests.push({ method: request.method, url: request.url, body: await text(request) });
    answer(response);
  });
  let url: string;
  beforeAll(async () => {
    await once(server.listen(0, "127.0.0.1"), "listening");
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    requests = [];
  });
  afterAll(() => server.close());

  const differences = async (operationId: string, env: Readonly<Record<string, string>> = {}) => {
    const { results } = await run({ NP6_BASE_URL: url, NP6_CONTRACT_OPERATIONS: operationId, ...env });
    expect(requests).toHaveLength(1);
    return results[0].differences;
  };

  test.each([
    ["another status", 418, json, "{}", "status", "418 is not documented; the spec documents 200, "],
    ["a redirect", 302, { Location: "/elsewhere" }, "", "status", "302 is not documented"],
    [
      "another media type",
      200,
      { "Content-Type": "text/plain" },
      "[]",
      "media type",
      "text/plain instead of application/json",
    ],
    ["no media type", 200, {}, "[]", "media type", "none instead of"],
    ["a body that is another kind of value", 200, json, "{}", "body", "must be array"],
    [
      "a body with a wrong value inside",
      200,
      json,
      '[{"type":"sleep","id":5}]',
      "body",
      "`body[0].id` must be string",
    ],
    ["a body that is no JSON", 200, json, "[", "body", "it is not JSON"],
    ["no body", 200, json, "", "body", "it is empty"],
    ["a header that nobody knows", 200, { ...json, "X-New": "secret" }, "[]", "header", "x-new is sent"],
  ])("%s is a difference", async (_, status, headers, body, kind, message) => {
    answer = (response) => response.writeHead(status, headers as Record<string, string>).end(body);
    expect(await differences("getWorkflowNodes")).toEqual([
      { kind, message: expect.stringContaining(message) },
    ]);
  });

  test("a key that comes back is not shown, and a server does not steer the terminal", async () => {
    const type = `text/${"x".repeat(190)}${key}\u009b31m`;
    answer = (response) => response.writeHead(200, { "Content-Type": type, [key.slice(0, 4)]: key }).end(key);
    const [difference] = await differences("getWorkflowNodes");
    expect(difference.message).toContain("[key]");
    expect(difference.message).not.toMatch(/\p{Cc}/u);
  });

  test("of many problems some are told", async () => {
    const nodes = Array.from({ length: 20 }, () => ({ type: "sleep", id: 5 }));
    answer = (response) => response.writeHead(200, json).end(JSON.stringify(nodes));
    const list = await differences("getWorkflowNodes");
    expect(list).toHaveLength(6);
    expect(list.at(-1)).toEqual({ kind: "body", message: "and 15 more problems" });
  });

  test("a file gives other parameters and bodies than the examples", async () => {
    const file = join(folder, "inputs.json");
    await writeFile(file, JSON.stringify({ executeWorkflow: { path: { id: 77 }, body: { id: "mine" } } }));
    answer = (response) => response.writeHead(409).end();
    expect(await differences("executeWorkflow", { NP6_CONTRACT_INPUTS: file })).toEqual([]);
    expect(requests).toEqual([
      { method: "POST", url: "/scripting/workflows/77/execution", body: '{"id":"mine"}' },
    ]);
  });

  describe("nothing is sent, and the way out is told", () => {
    const refused = async (env: Readonly<Record<string, string | undefined>>, inputs?: string) => {
      const file = join(folder, "inputs.json");
      if (inputs !== undefined) await writeFile(file, inputs);
      const usable = { NP6_BASE_URL: url, NP6_CONTRACT_OPERATIONS: "getWorkflowNodes" };
      const { exitCode, err } = await run({
        ...usable,
        ...(inputs === undefined ? {} : { NP6_CONTRACT_INPUTS: file }),
        ...env,
      });
      expect(exitCode).toBe(2);
      expect(requests).toEqual([]);
      return err;
    };

    test.each([
      [
        "no operation is named",
        { NP6_CONTRACT_OPERATIONS: undefined },
        `These change or EXECUTE something: ${changing.join(",")}`,
      ],
      [
        "there is no such operation",
        { NP6_CONTRACT_OPERATIONS: "getWorkflowNodes,getX" },
        'no operation "getX"',
      ],
      [
        "one is named twice",
        { NP6_CONTRACT_OPERATIONS: "executeWorkflow,executeWorkflow" },
        "executeWorkflow twice",
      ],
      ["there is no address", { NP6_BASE_URL: "" }, "NP6_BASE_URL is not set"],
      ["there is no key", { NP6_API_KEY: undefined }, "NP6_API_KEY is not set"],
      ["the key would go out unencrypted", { NP6_BASE_URL: "http://api.example.com" }, "https"],
      ["the key cannot be one", { NP6_API_KEY: `${key}\n` }, "apiKey"],
      ["the file is not there", { NP6_CONTRACT_INPUTS: "nowhere.json" }, "nowhere.json cannot be read"],
    ])("when %s", async (_, env, message) => {
      expect(await refused(env)).toContain(message);
    });

    test.each([
      ["[1]", "must look like"],
      ['{"executeWorkflow":{}}', "does not name"],
      ['{"getWorkflowNodes":{"query":{}}}', "it can have path and body"],
      ['{"getWorkflowNodes":{"path":{"ID":1}}}', 'no path parameter "ID"'],
    ])("when the file says %s", async (inputs, message) => {
      expect(await refused({}, inputs)).toContain(message);
    });
  });
});
