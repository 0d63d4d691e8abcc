import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createClient, type Np6Client } from "@np6/api-client";
import { type CatalogueRow, faultCatalogue, reserveRefusedPort, startFaultServer } from "@np6/fault-server";
import { beforeAll, describe, expect, test } from "vitest";
import { readExamples } from "./read-examples.test-support.ts";

// The consumer in docs/errors.md, unchanged, with every fault of the catalogue.

const repository = join(import.meta.dirname, "../../../..");
const folder = join(import.meta.dirname, "../../.results/queue-consumer");
const key = "key-of-the-consumer-7f3a91c0";

type Consume = (np6: Np6Client, workflow: number, receiver: string) => Promise<unknown>;

async function consumerOfThePage(): Promise<Consume> {
  const page = "docs/errors.md";
  const examples = readExamples(page, await readFile(join(repository, page), "utf8"));
  const code = examples.find((example) => example.code.includes("async function consume("))?.code ?? "";
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const file = join(folder, "consume.mjs");
  await writeFile(file, stripTypeScriptTypes(code));
  return ((await import(pathToFileURL(file).href)) as { consume: Consume }).consume;
}

let consume: Consume;
beforeAll(async () => {
  consume = await consumerOfThePage();
});

const rows = faultCatalogue({
  contentType: "application/vnd.np6.cm.workflow-v4",
  json: '{"type":"success"}',
  otherOrigin: "http://127.0.0.1:9",
  secret: key,
  bombBytes: 2 ** 21,
});

/** Lists the allowed verdicts for a fault, independent of the client. */
function allowedVerdicts({ expected, status, endsBy }: CatalogueRow): string[] {
  if (expected.outcome === "success") {
    // An execution returns an object; the meaning of any other value is unknown.
    return expected.json === undefined || expected.json.startsWith("{") ? ["done"] : ["park"];
  }
  if (expected.outcomeUnknown === true) return expected.outcome === "either" ? ["done", "park"] : ["park"];
  const refused = verdictOfStatus(status ?? 0);
  if (expected.outcome === "either" || expected.outcomeUnknown === undefined || endsBy === "timeout") {
    return ["done", "park", "again", ...refused];
  }
  if (expected.kinds.includes("redirect")) return ["stop"];
  return expected.kinds.every((kind) => kind === "connection") ? ["again"] : refused;
}

function verdictOfStatus(status: number): string[] {
  if ([408, 423, 425, 429].includes(status)) return ["again"];
  if ([401, 402, 403, 405, 406, 407, 411, 415, 421, 426, 431].includes(status)) return ["stop"];
  return status >= 400 && status <= 499 ? ["set aside"] : ["stop"];
}

async function play(row: CatalogueRow): Promise<string> {
  const server = await startFaultServer();
  const refused = row.address === "refused" ? await reserveRefusedPort() : undefined;
  try {
    const script = row.script();
    if (script.length > 0) server.script(script);
    const serverUrl = row.address === "https" ? server.url.replace(/^http/, "https") : server.url;
    const baseUrl = refused?.url ?? (row.address === "unresolvable" ? "https://np6.invalid" : serverUrl);
    const limits = { attemptTimeoutMs: row.endsBy === "timeout" ? 300 : 10_000, maxResponseBytes: 2 ** 20 };
    const np6 = createClient({ apiKey: key, baseUrl, retry: false, ...limits });
    for (let call = 0; call < row.warmUpCalls; call += 1) await consume(np6, 42, "000A1B2C");
    const verdict = await consume(np6, 42, "000A1B2C");
    if (typeof verdict === "string") return verdict;
    const { againInMs } = verdict as { readonly againInMs: number };
    expect(againInMs).toBeGreaterThanOrEqual(0);
    return "again";
  } finally {
    await server.close();
    await refused?.close();
  }
}

describe("the consumer of the page", () => {
  test.concurrent.each(rows.map((row): [string, CatalogueRow] => [`${row.group}: ${row.name}`, row]))(
    "does the right thing with a message: %s",
    async (_name, row) => {
      expect(allowedVerdicts(row)).toContain(await play(row));
    },
  );

  test("repeats later when the vault is down, and stops when the key is none", async () => {
    const baseUrl = "http://127.0.0.1:9";
    const down = createClient({ apiKey: () => Promise.reject(new Error("down")), baseUrl });
    expect(await consume(down, 42, "000A1B2C")).toEqual({ againInMs: 30_000 });
    expect(await consume(createClient({ apiKey: () => "", baseUrl }), 42, "000A1B2C")).toBe("stop");
  });

  test("sets aside what can never work, and what failed inside of a success", async () => {
    const fetch = async () =>
      new Response('{"type":"error"}', { headers: { "content-type": "application/vnd.np6.cm.workflow-v4" } });
    const np6 = createClient({ apiKey: key, baseUrl: "http://127.0.0.1:9", fetch });
    expect(await consume(np6, 0.5, "000A1B2C")).toBe("set aside");
    expect(await consume(np6, 42, "000A1B2C")).toBe("set aside");
  });
});
