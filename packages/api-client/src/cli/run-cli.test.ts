import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Readable } from "node:stream";
import { createOperationTable, type JsonObject } from "@np6/openapi-document";
import { createApiClient } from "@np6/openapi-runtime";
import { describe, expect, test, vi } from "vitest";
import { failures } from "../failures.ts";
import type { AnyClient, CommandApi } from "./command-api.ts";
import { runCli } from "./run-cli.ts";

// Tests the command with a fetch in place of the API.

const key = "Key-7f3a91c0";
const documentPath = createRequire(import.meta.url).resolve("@np6/api-types/openapi.json");
const np6Document = JSON.parse(readFileSync(documentPath, "utf8")) as JsonObject;

/** An API without workflows. */
const otherDocument: JsonObject = {
  openapi: "3.1.0",
  info: { title: "Orders", version: "2.0.0" },
  paths: {
    "/orders/{id}": {
      get: {
        operationId: "getOrder",
        summary: "Read an order",
        parameters: [
          { name: "id", in: "path", required: true, schema: { type: "string" } },
          { name: "tags", in: "query", schema: { type: "array", items: { type: "integer" } } },
          { name: "body", in: "query", schema: { type: "boolean" }, "x-source": "assumed" },
          { name: "X-Trace", in: "header", schema: { type: "string" } },
        ],
        responses: { 200: { content: { "application/json": { schema: { type: "object" } } } } },
      },
    },
    "/letters": {
      post: {
        operationId: "sendLetters",
        summary: "Send letters",
        deprecated: true,
        "x-source": "assumed",
        "x-contacts-people": true,
        requestBody: {
          required: true,
          content: {
            "application/json": {
              schema: { type: "array", items: { $ref: "#/components/schemas/Letter" } },
              examples: { one: { value: [{ to: "A" }] } },
            },
          },
        },
        responses: { 204: { description: "sent" } },
      },
    },
    "/note": {
      put: {
        operationId: "writeNote",
        requestBody: { content: { "text/plain": { schema: { type: "string" } } } },
        responses: { 200: { content: { "application/json": { schema: {} } } } },
      },
    },
  },
  components: {
    schemas: {
      Letter: {
        type: "object",
        required: ["to"],
        properties: {
          to: { type: "string", description: "Who gets it. More of that." },
          answers: { $ref: "#/components/schemas/Letter" },
          colour: { enum: ["red", "blue"], "x-source": "observed" },
        },
      },
    },
  },
};

interface Setting {
  readonly document?: JsonObject;
  readonly answer?: () => Response | Promise<Response>;
  readonly stdin?: string;
  readonly environment?: Record<string, string>;
}

const workflowMediaType = "application/vnd.np6.cm.workflow-v4";
const json = (body: unknown, status = 200, type = "application/json") =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": type } });

/** Runs a command. */
async function typed(
  { document = np6Document, answer = () => json({}), stdin = "", environment = {} }: Setting,
  ...args: string[]
) {
  const sent = vi.fn(async (url: string, init: RequestInit) => {
    expect(new Headers(init.headers).get("x-key") ?? key).toBe(key);
    void [url, init];
    return answer();
  });
  const { table } = createOperationTable(document);
  const command: CommandApi = {
    table: table as CommandApi["table"],
    document,
    version: "1.2.3",
    connect: ({ apiKey, baseUrl }) => {
      const definition = { api: table, failures, packageName: "@example/client", realApiVariable: "X" };
      const options = { apiKey, baseUrl, fetch: sent as unknown as typeof fetch, retry: false as const };
      return createApiClient<never>(definition as never, options as never) as AnyClient;
    },
  };
  let [out, said] = ["", ""];
  const code = await runCli(args, command, {
    stdin: Readable.from([stdin]),
    out: (content) => (out += typeof content === "string" ? content : Buffer.from(content).toString()),
    printMessage: (text) => (said += text),
    isInteractive: false,
    environment: { NP6_API_KEY: key, NP6_BASE_URL: "http://127.0.0.1:1", ...environment },
    onInterrupt: () => () => {},
  });
  const requests = sent.mock.calls.map(([url, init]) => ({ url, body: init.body }));
  return { code, out, said, requests };
}

const execute = ["executeWorkflow", "--id", "42", "--body"];
const body = '{"receiver":{"type":"id","value":"000A1B2C"}}';

test("a call goes out as typed, and its answer is JSON on standard output", async () => {
  const answer = () => json({ type: "success" }, 200, workflowMediaType);
  const { code, out, said, requests } = await typed({ answer }, ...execute, body, "--yes");
  expect({ code, out: JSON.parse(out), said }).toEqual({ code: 0, out: { type: "success" }, said: "" });
  expect(requests).toEqual([{ url: "http://127.0.0.1:1/scripting/workflows/42/execution", body }]);
});

test("the body comes from standard input, or from a file", async () => {
  const answer = () => json({ type: "success" }, 200, workflowMediaType);
  const { requests } = await typed({ answer, stdin: `\ufeff${body}` }, ...execute, "-", "--yes");
  expect(requests[0]?.body).toBe(body);
  const ofFile = await typed({ answer }, ...execute, `@${import.meta.filename}`, "--yes");
  expect(ofFile).toMatchObject({
    code: 1,
    requests: [],
    said: expect.stringMatching(/run-cli\.test\.ts is not JSON/),
  });
  const missing = await typed({ answer }, ...execute, "@nowhere.json", "--yes");
  expect(missing).toMatchObject({ code: 1, said: expect.stringContaining("nowhere.json cannot be read") });
});

test("a dry run prints what would be sent, without a key", async () => {
  const environment = { NP6_API_KEY: "" };
  const { code, out, requests } = await typed({ environment }, ...execute, body, "--dry-run");
  expect([code, requests]).toEqual([0, []]);
  expect(JSON.parse(out)).toMatchObject({ method: "POST", body: JSON.parse(body) });
});

describe("nothing is sent", () => {
  test.each([
    ["when nobody confirms what reaches people", [...execute, body], "Add --yes"],
    ["without a body that is needed", ["executeWorkflow", "--id", "42", "--yes"], "body"],
    ["with a body that is no JSON", [...execute, '{"jane":', "--yes"], "--body is not JSON"],
    [
      "with a word in place of a number",
      ["getWorkflowNodes", "--id", "x"],
      '--id must be a number, and is "x"',
    ],
    [
      "with a number that is none of the document's",
      ["getWorkflowNodes", "--id", "3000000000"],
      "2147483647",
    ],
    ["without a parameter", ["getWorkflowNodes"], "id"],
    ["with an option that is none", ["getWorkflowNodes", "--ident", "4"], "Unknown option '--ident'"],
    ["with a word too many", ["getWorkflowNodes", key], "all arguments after it must be options"],
    ["for an operation that is none", ["executeWorkflw"], "Did you mean executeWorkflow?"],
    ["for a name of every object", ["constructor"], "There are: createWorkflow"],
  ])("%s", async (_, args, message) => {
    const { code, out, said, requests } = await typed({}, ...args);
    expect({ code, out, requests }).toEqual({ code: 1, out: "", requests: [] });
    expect(said).toContain(message);
    expect(said).not.toContain(key);
    expect(said).not.toContain("jane");
  });

  test.each([["--key"], ["--api-key=k"], ["--apiKey"], ["-key"], ["--x-key"]])(
    "with a key as %s",
    async (option) => {
      const { code, said, requests } = await typed({}, "getWorkflowNodes", "--id", "4", option, key);
      expect([code, said, requests]).toEqual([
        1,
        "The key is read from NP6_API_KEY alone: others can see arguments.\n",
        [],
      ]);
    },
  );

  test("without a key, or without an address", async () => {
    const args = ["getWorkflowNodes", "--id", "4"];
    const noKey = await typed({ environment: { NP6_API_KEY: "" } }, ...args);
    expect(noKey).toMatchObject({ code: 1, said: "There is no key. Set NP6_API_KEY.\n", requests: [] });
    const noAddress = await typed({ environment: { NP6_BASE_URL: "" } }, ...args);
    expect(noAddress).toMatchObject({ code: 1, requests: [], said: expect.stringContaining("--base-url") });
  });
});

describe("the exit code of", () => {
  const refused = (status: number) => () => json({ reason: "no" }, status);
  test.each([
    ["a refusal", refused(400), 2],
    ["a wrong key", refused(401), 2],
    ["too many calls", refused(429), 4],
    ["a failure after which it may have run", refused(500), 3],
    ["a success that holds a failed item", () => json({ type: "error" }, 200, workflowMediaType), 2],
    ["an answer that is none of the document's", () => new Response("<html>", { status: 200 }), 3],
  ])("%s", async (_, answer, expected) => {
    const { code, said } = await typed({ answer }, ...execute, body, "--yes");
    expect(code).toBe(expected);
    expect(said).not.toBe("");
  });

  test("a read that broke the server is that of one to try again", async () => {
    const { code, said } = await typed({ answer: refused(500) }, "getWorkflowNodes", "--id", "4");
    expect(code).toBe(4);
    expect(said).toContain('"reason": "no"');
  });
});

describe("an API that has nothing of workflows", () => {
  const document = otherDocument;

  test("has its operations and marks in the help", async () => {
    const { code, out } = await typed({ document }, "--help");
    expect(code).toBe(0);
    expect(out).toContain("np6: calls the Orders, version 2.0.0");
    expect(out).toMatch(/^ {2}getOrder {5}Read an order$/m);
    expect(out).toMatch(
      /^ {2}sendLetters {2}Send letters {2}\[deprecated\] {2}\[undocumented: assumed\] {2}\[reaches people\]$/m,
    );
  });

  test("has parameters, and the shape of the body, in the help of an operation", async () => {
    const { out } = await typed({ document }, "sendLetters", "--help");
    expect(out).toContain(
      [
        "  [{",
        "    to: string  // Who gets it.",
        "    answers?: Letter",
        '    colour?: "red" | "blue"  // [undocumented: observed]',
        "  }, …]",
      ].join("\n"),
    );
    expect(out).toContain(`Example: --body '[{"to":"A"}]'`);
    const order = await typed({ document }, "getOrder", "-h");
    expect(order.out).toMatch(/^ {2}--id {2}string {2}required$/m);
    expect(order.out).toMatch(/^ {2}--query\.body {2}boolean {2}\[undocumented: assumed\]$/m);
  });

  test("takes parameters of each place, by their types", async () => {
    const args = ["--id", "7", "--tags", "1", "--tags", "2", "--query.body", "true", "--X-Trace", "t"];
    const { code, requests } = await typed({ document }, "getOrder", ...args);
    expect(code).toBe(0);
    expect(requests[0]?.url).toBe("http://127.0.0.1:1/orders/7?tags=1&tags=2&body=true");
    const wrong = await typed({ document }, "getOrder", "--id", "7", "--tags", "red");
    const inexact = await typed({ document }, "getOrder", "--id", "7", "--tags", "9007199254740993");
    expect(inexact).toMatchObject({ code: 1, said: expect.stringContaining("--tags must be a number") });
    expect(wrong).toMatchObject({
      code: 1,
      said: expect.stringContaining('--tags must be a number, and is "red"'),
    });
  });

  test("is asked about what reaches people, and answers without a body", async () => {
    const args = ["sendLetters", "--body", '[{"to":"A"}]'];
    expect(await typed({ document }, ...args)).toMatchObject({ code: 1, requests: [] });
    const answer = () => new Response(null, { status: 204 });
    expect(await typed({ document, answer }, ...args, "--yes")).toMatchObject({ code: 0, out: "", said: "" });
  });

  test("whose parameter is called as a key has another name for it", async () => {
    const parameters = [{ name: "key", in: "query", schema: { type: "string" } }];
    const operation = { operationId: "find", parameters, responses: { 200: { description: "found" } } };
    const document: JsonObject = { ...otherDocument, paths: { "/find": { get: operation } } };
    const answer = () => new Response(null, { status: 200 });
    const { requests } = await typed({ document, answer }, "find", "--query.key", "a");
    expect(requests[0]?.url).toBe("http://127.0.0.1:1/find?key=a");
  });

  test("takes text as it is", async () => {
    const { requests } = await typed({ document }, "writeNote", "--body", "no {json}");
    expect(requests[0]?.body).toBe("no {json}");
  });
});
