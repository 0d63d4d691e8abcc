import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readSpecification } from "../api/read-specification.ts";
import type { ReceivedRequest } from "../requests/received-request.ts";
import type { WireExchange } from "../session/create-front-end.ts";
import { testDocument } from "../testing/shelves-document.test-support.ts";
import { ClientConnection } from "../wire/client-connection.ts";
import { recordExchanges } from "./record-exchanges.ts";

const require = createRequire(import.meta.url);
const schemas: Readonly<Record<string, object>> = require("har-schema");
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-06.json"));
for (const schema of Object.values(schemas)) ajv.addSchema(schema);

/** Finds violations of HAR 1.2, by the schema of har-validator. */
function problemsOf(har: unknown): unknown {
  ajv.validate("har.json#", har);
  return ajv.errors;
}

const key = "a-secret/key of the test";
const specification = readSpecification(testDocument);
const creator = { name: "np6-mock", version: "1.2.3" };

const received: ReceivedRequest = {
  number: 1,
  method: "PUT",
  path: "/shelves/7",
  query: "a=1&a=2",
  requestId: undefined,
  operationId: "replaceShelf",
  headers: {},
  body: {},
  valid: false,
  violations: ["request.body: must have 'name'"],
  scenarios: ["slow-body"],
  status: 400,
  milliseconds: 12.5,
};
const wire: WireExchange = {
  request: {
    method: "PUT",
    target: `/shelves/7?a=1&a=2&k=${encodeURIComponent(key)}`,
    rawHeaders: [
      "X-Key",
      key,
      "Cookie",
      "c=1",
      "Content-Type",
      "application/json",
      "X-Twice",
      "1",
      "X-Twice",
      "2",
    ],
    body: Buffer.from(JSON.stringify({ note: key })),
    connection: new ClientConnection(),
  },
  answer: {
    status: 400,
    rawHeaders: ["Content-Type", "application/json", "Set-Cookie", "session=1", "X-Echo", key],
    body: Buffer.from(`{"echo":${JSON.stringify(key)}}`),
    violations: [],
  },
  startedAt: new Date("2026-03-01T10:00:00Z"),
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "har-test-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function record(...exchanges: WireExchange[]): Promise<string> {
  const file = join(folder, "traffic.har");
  const recording = await recordExchanges(file, creator, specification);
  for (const exchange of exchanges) recording.add("http://127.0.0.1:1", received, exchange);
  await recording.close();
  return readFile(file, "utf8");
}

test("the file is HAR 1.2, with everything but the key and what else is secret", async () => {
  const text = await record(wire, { ...wire, answer: undefined });
  const har = JSON.parse(text);
  expect(problemsOf(har)).toBeNull();
  expect(text).not.toContain("secret");
  expect(text).not.toMatch(/session=1|c=1/);
  expect(har.log.entries).toHaveLength(2);
  expect(har.log.entries[0]).toMatchObject({
    startedDateTime: "2026-03-01T10:00:00.000Z",
    time: 12.5,
    request: {
      url: "http://127.0.0.1:1/shelves/7?a=1&a=2&k=(key-removed)",
      headers: expect.arrayContaining([
        { name: "X-Key", value: "(key-removed)" },
        { name: "X-Twice", value: "(not recorded)" },
        { name: "Content-Type", value: "application/json" },
      ]),
      queryString: [
        { name: "a", value: "1" },
        { name: "a", value: "2" },
        { name: "k", value: "(key-removed)" },
      ],
      postData: { mimeType: "application/json", text: '{"note":"(key-removed)"}' },
    },
    response: { status: 400, statusText: "Bad Request", content: { text: '{"echo":"(key-removed)"}' } },
    comment: "scenario: slow-body; request.body: must have 'name'",
  });
  expect(har.log.entries[1].response.status).toBe(0);
});

test("a key of one request is taken out of those before it, and out of bytes that are no text", async () => {
  const { request } = wire;
  const early = {
    ...request,
    rawHeaders: [],
    target: `/shelves/7?note=${encodeURIComponent(key).toLowerCase()}`,
  };
  const bytes = Buffer.concat([Buffer.from([0xff]), Buffer.from(key)]);
  const text = await record({ ...wire, request: early }, wire, {
    ...wire,
    request: { ...request, body: bytes },
  });
  const har = JSON.parse(text);
  expect(har.log.entries[0].request.url).toBe("http://127.0.0.1:1/shelves/7?note=(key-removed)");
  const { postData } = har.log.entries[2].request;
  expect(Buffer.from(postData.text, "base64").toString("latin1")).toBe("\xff(key-removed)");
});

test.each(["X-Api-Key", "apikey", "X_Auth_Token", "Api-Secret", "x-session-id"])(
  "a key under the name %s, which the document does not have, is not written",
  async (name) => {
    const { request } = wire;
    const rawHeaders = [name, "another-secret-key", "Content-Type", "application/json"];
    const target = "/shelves/7?api_key=another-secret-key";
    expect(await record({ ...wire, request: { ...request, rawHeaders, target } })).not.toContain(
      "another-secret",
    );
  },
);

test("targets that are no paths are written", async () => {
  const targetOf = async (target: string) => {
    const har = JSON.parse(await record({ ...wire, request: { ...wire.request, target } }));
    expect(problemsOf(har)).toBeNull();
    return har.log.entries[0].request.url;
  };
  expect(await targetOf("*")).toBe("http://127.0.0.1:1/");
  expect(await targetOf("//")).toBe("http://127.0.0.1:1//");
});

test("only its owner can read the file, and bodies are left out when nobody wants them", async () => {
  const file = join(folder, "traffic.har");
  await writeFile(file, "{}", { mode: 0o644 });
  const recording = await recordExchanges(file, creator, specification, false);
  recording.add("http://127.0.0.1:1", received, wire);
  await recording.close();
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const har = JSON.parse(await readFile(file, "utf8"));
  expect(problemsOf(har)).toBeNull();
  expect(har.log.entries[0].request.postData.text).toBe("");
  expect(har.log.entries[0].response.content.text).toBe("");
});

test("the check can say no", () => {
  expect(problemsOf({ log: { version: "1.2", creator, entries: [{}] } })).not.toBeNull();
});

test("bytes that are no text are kept in base64", async () => {
  const body = Buffer.from([0xff, 0xfe, 0x00]);
  const har = JSON.parse(await record({ ...wire, answer: wire.answer && { ...wire.answer, body } }));
  expect(problemsOf(har)).toBeNull();
  expect(har.log.entries[0].response.content).toMatchObject({ text: "//4A", encoding: "base64" });
});

test("the file is whole from the start, and nothing is left beside it", async () => {
  expect(problemsOf(JSON.parse(await record()))).toBeNull();
  expect(await readdir(folder)).toEqual(["traffic.har"]);
});

test("a file that cannot be written is named", async () => {
  const file = join(folder, "nowhere", "traffic.har");
  await expect(recordExchanges(file, creator, specification)).rejects.toThrow(
    `${file} cannot be written (ENOENT): choose a file in an existing folder.`,
  );
});
