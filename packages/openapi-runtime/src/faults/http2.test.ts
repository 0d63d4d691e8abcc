import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  createCertificates,
  type Http2Row,
  type Http2ServerOptions,
  http2Catalogue,
  startHttp2Server,
} from "@np6/fault-server";
import { Agent, type Dispatcher, Pool } from "undici";
import { Agent as Agent7 } from "undici7";
import { Agent as Agent80 } from "undici80";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { createUndiciFetch } from "../testing/create-undici-fetch.test-support.ts";
import { exampleClient } from "../testing/example-client.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";

const program = fileURLToPath(new URL("execute-at-once.test-support.ts", import.meta.url));
const answer = { contentType: "application/json", json: '{"done":true}' } as const;
const certificates = await createCertificates();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "np6-http2-"));
  await writeFile(join(folder, "ca.pem"), certificates.ca);
});
afterAll(() => rm(folder, { recursive: true }));

interface Ending {
  readonly id: number;
  readonly kind: string;
  readonly outcomeUnknown: boolean;
}

async function startServer(row: Http2Row, options: Partial<Http2ServerOptions> = {}) {
  const server = await startHttp2Server({ certificates, row, answer, ...options });
  onTestFinished(() => server.close());
  return server;
}

/** Executes a call at each server, and then five at once, in a process that trusts them. @returns how each ended */
async function executeAtOnce(transport: string, urls: readonly string[]): Promise<(readonly Ending[])[]> {
  const child = spawn(process.execPath, [program, transport, ...urls], {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: join(folder, "ca.pem") },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  for await (const piece of child.stdout) output += piece;
  return JSON.parse(output) as (readonly Ending[])[];
}

const answers: Http2Row = { name: "answers", fault: { kind: "answer" } };

test.each(["platform", "undici"])(
  "servers that offer HTTP/2 execute each call once, by %s",
  async (transport) => {
    const rows = http2Catalogue();
    const servers = await Promise.all(rows.map((row) => startServer(row)));
    const urls = servers.map(({ url }) => url);
    const endings = await executeAtOnce(transport, urls);
    rows.forEach(({ name }, index) => {
      const executions = servers[index]?.executions ?? [];
      expect(executions.map(({ path }) => path).sort(), name).toEqual(
        [0, 1, 2, 3, 4, 5].map((id) => `/things/${id}/run`),
      );
      // Node's own fetch does not use it here. docs/retries.md lists which do, and `pnpm check runtimes` measures it.
      expect(new Set(executions.map(({ protocol }) => protocol)), name).toEqual(new Set(["http/1.1"]));
      expect(Math.max(...executions.map(({ openAtOnce }) => openAtOnce)), name).toBe(1);
      expect(
        endings[index]?.map(({ kind }) => kind),
        name,
      ).toEqual(Array(6).fill("success"));
    });
  },
);

describe("a dispatcher that was told to speak HTTP/2", () => {
  const connect = { ca: certificates.ca };

  test("control: the ledger sees several requests at once on a connection, and one that is sent again below us", async () => {
    const row = http2Catalogue().find(({ name }) => name.startsWith("RST_STREAM REFUSED_STREAM")) ?? answers;
    const server = await startServer(row);
    const dispatcher = new Agent({ connect, allowH2: true });
    onTestFinished(() => dispatcher.destroy());
    const post = async (path: string) => {
      const { body } = await dispatcher.request({ origin: server.url, path, method: "POST", body: "{}" });
      await body.text();
    };
    await post("/first");
    await Promise.all(["/1", "/2", "/3"].map(post));
    const paths = server.executions.map(({ path }) => path);
    expect(server.executions.map(({ protocol }) => protocol)).toEqual(Array(5).fill("h2"));
    expect(paths.filter((path) => path === "/1")).toHaveLength(2);
    expect(Math.max(...server.executions.map(({ openAtOnce }) => openAtOnce))).toBeGreaterThan(1);
  });

  const run = (url: string, dispatcher: Dispatcher) => {
    onTestFinished(() => dispatcher.destroy());
    const fetch = createUndiciFetch({ dispatcher });
    return exampleClient({ baseUrl: url, fetch, retry: false }).byOperation.runThing({ path: { id: 1 } });
  };

  test("is not obeyed where a request can say otherwise (undici 8.13)", async () => {
    const server = await startServer(answers);
    await run(server.url, new Agent({ connect, allowH2: true }));
    await run(server.url, new Agent({ connect }));
    expect(server.executions.map(({ protocol }) => protocol)).toEqual(["http/1.1", "http/1.1"]);
  });

  test.each<[string, (url: string) => unknown]>([
    ["an Agent of undici 7.0", () => new Agent7({ connect, allowH2: true })],
    ["an Agent of undici 8.0", () => new Agent80({ connect })],
    ["a Pool of undici 8.13", (url) => new Pool(url, { connect })],
  ])("is refused before anything is sent: %s", async (_name, make) => {
    const server = await startServer(answers);
    const dispatcher = make(server.url) as Dispatcher;
    for (const _again of [1, 2]) {
      const failure = await failureOf(() => run(server.url, dispatcher));
      expect(failure).toMatchObject({ kind: "connection", neverSent: true, outcomeUnknown: false });
      expect(failure.cause).toMatchObject({ message: expect.stringContaining("`allowH2: false`") });
    }
    expect(server.executions).toEqual([]);
  });

  test("is used where the server does not offer it", async () => {
    const server = await startServer(answers, { offersHttp2: false });
    for (const dispatcher of [new Agent7({ connect, allowH2: true }), new Agent80({ connect })]) {
      await run(server.url, dispatcher as unknown as Dispatcher);
    }
    expect(server.executions).toHaveLength(2);
  });

  test("with a certificate where the server asks for one, and without: refused, or may have run", async () => {
    const server = await startServer(answers, { offersHttp2: false, asksForCertificate: true });
    await run(server.url, new Agent({ connect: { ...connect, ...certificates.client } }));
    const failure = await failureOf(() => run(server.url, new Agent({ connect })));
    // With TLS 1.3 the refusal arrives after the request was written.
    expect(failure).toMatchObject({ kind: "connection", outcomeUnknown: true });
    expect(server.executions).toHaveLength(1);
  });

  test("whose certificate nobody signed that is trusted: the call surely did not run", async () => {
    const server = await startServer(answers);
    const failure = await failureOf(() => run(server.url, new Agent()));
    expect(failure).toMatchObject({ kind: "connection", neverSent: true, outcomeUnknown: false });
    const { byOperation } = exampleClient({ baseUrl: server.url, retry: false });
    const byPlatform = await failureOf(() => byOperation.runThing({ path: { id: 1 } }));
    expect(byPlatform).toMatchObject({ kind: "connection", neverSent: true, outcomeUnknown: false });
    expect(server.executions).toEqual([]);
  });
});
