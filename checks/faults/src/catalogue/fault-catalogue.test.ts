import { setImmediate } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FaultServer } from "../server/fault-server.ts";
import { reserveRefusedPort } from "../server/reserve-refused-port.ts";
import { startFaultServer } from "../server/start-fault-server.ts";
import { type OtherOrigin, startOtherOrigin } from "../server/start-other-origin.ts";
import { openRawClient } from "../wire/open-raw-client.test-support.ts";
import type { CatalogueOptions } from "./catalogue-context.ts";
import type { CatalogueRow } from "./catalogue-row.ts";
import { faultCatalogue } from "./fault-catalogue.ts";
import { callReference } from "./reference-client.test-support.ts";

const contentType = "application/vnd.example.thing-v1";
const options: CatalogueOptions = {
  contentType,
  json: '{"id":7,"name":"seven"}',
  otherOrigin: "http://127.0.0.1:9",
  secret: "the-secret-key",
  dripMilliseconds: 5,
  bombBytes: 4 * 1024 * 1024,
};
const rows = faultCatalogue(options);
const named = rows.map((row): [string, CatalogueRow] => [`${row.group}: ${row.name}`, row]);
const played = named.filter(([, { address }]) => address === "http" || address === "https");

// Clients cannot fully read the responses of these groups.
const readable = played.filter(([, { group }]) => group !== "garbage" && group !== "tls");

let server: FaultServer;
let otherOrigin: OtherOrigin;
beforeEach(async () => {
  server = await startFaultServer();
  otherOrigin = await startOtherOrigin();
});
afterEach(async () => {
  await server.close();
  await otherOrigin.close();
});

async function addressOf(row: CatalogueRow): Promise<{ url: string; close: () => Promise<void> }> {
  if (row.address === "refused") return reserveRefusedPort();
  const url =
    row.address === "unresolvable" ? "https://np6.invalid" : server.url.replace(/^http/, row.address);
  return { url, close: async () => {} };
}

describe("the catalogue", () => {
  test("has every row once", () => {
    expect(new Set(named.map(([name]) => name)).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(200);
  });

  test.each(named)("%s: its script is plain data", (_name, row) => {
    const script = row.script();
    expect(JSON.parse(JSON.stringify(script))).toEqual(script);
    expect(script.length > row.warmUpCalls).toBe(row.address === "http" || row.address === "https");
  });

  test("refuses what it cannot cut, and what is no JSON", () => {
    expect(() => faultCatalogue({ ...options, json: "1" })).toThrow("2 bytes");
    expect(() => faultCatalogue({ ...options, json: "not JSON" })).toThrow(SyntaxError);
  });
});

describe("on the wire, what a row says of its answer is true:", () => {
  const finalHead =
    /^(?:HTTP\/1\.1 1\d\d \r?\n(?:[^\r\n]+\r?\n)*\r?\n)*HTTP\/1\.[01] ([2-9]\d\d) .*\r?\n(?:[^\r\n]+\r?\n)*\r?\n/;

  test.each(readable)("%s", async (_name, row) => {
    server.script(row.script());
    const client = await openRawClient(server.url);
    let from = 0;
    for (let call = 0; call <= row.warmUpCalls; call += 1) {
      from = client.received.length;
      client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}");
      if (call < row.warmUpCalls) await client.until(({ received }) => received.endsWith(options.json));
    }
    const seen = () => client.received.slice(from);
    if (row.answered) {
      // The end of the idle connection also affects the second request, so its response needs a new connection.
      if (row.name.endsWith("on an idle connection")) await client.until(({ end }) => end !== "open");
      else await client.until(() => finalHead.test(seen()));
      const status = finalHead.exec(seen())?.[1];
      if (status !== undefined) expect(Number(status)).toBe(row.status);
    } else if (row.endsBy === "itself") {
      await client.until(({ end }) => end !== "open");
      expect(seen()).not.toMatch(finalHead);
    } else {
      await server.until(({ connections, bytesReceived }) => connections > 0 && bytesReceived > 0);
      expect(seen()).not.toMatch(finalHead);
    }
    client.destroy();
  });
});

describe("with fetch, a client can do what a row expects of it:", () => {
  test.each(
    named.flatMap(([name, row]) => (["GET", "POST"] as const).map((method) => [method, name, row] as const)),
  )("%s, %s", async (method, _name, row) => {
    const { url, close } = await addressOf(row);
    const limits = { timeoutMilliseconds: row.endsBy === "timeout" ? 100 : 10_000, maxBytes: 1024 * 1024 };
    const init = { method, ...(method === "POST" ? { body: "{}" } : {}) };
    const script = row.script();
    if (script.length > 0) server.script(script);
    for (let call = 0; call < row.warmUpCalls; call += 1) {
      expect(await callReference(url, init, contentType, limits)).toHaveProperty("json");
      // Node's fetch reuses the connection only from the next turn of the event loop on.
      await setImmediate();
    }
    const result = await callReference(url, init, contentType, limits);
    await close();

    const { outcome, kinds, json } = row.expected;
    if ("json" in result) {
      expect(outcome).not.toBe("failure");
      if (json !== undefined) expect(JSON.parse(result.json)).toEqual(JSON.parse(json));
    } else {
      expect(outcome).not.toBe("success");
      expect(kinds).toContain(result.kind);
      if (row.answered && result.status !== undefined) expect(result.status).toBe(row.status);
    }
    const [last] = server.requests.slice(row.warmUpCalls);
    if (row.group === "cut-reused" && row.name.includes("connection in use")) {
      expect(last).toMatchObject({ connection: 1, ordinal: 2 });
    }
    if (row.address !== "http") expect(server.requests).toEqual([]);
    else if (row.mayHaveRun && !row.name.endsWith("on an idle connection")) {
      const most = row.warmUpCalls + (row.expected.platformMayRepeat ? 2 : 1);
      expect(server.requests.length).toBeGreaterThan(row.warmUpCalls);
      expect(server.requests.length).toBeLessThanOrEqual(most);
    } else {
      // The connection may have ended before the request arrived.
      expect(server.requests.length).toBeLessThanOrEqual(row.warmUpCalls + 1);
    }
    expect(otherOrigin.connections).toBe(0);
    if (row.expected.platformMayKeepSocket) return;
    // After each fault, fetch has released the connection, or keeps an idle one.
    await server.until(({ exchangesInProgress }) => exchangesInProgress === 0);
  });
});

describe("control: a client that trusts too much fails the catalogue", () => {
  const failuresOf = async (call: (url: string) => Promise<unknown>, group: CatalogueRow["group"]) => {
    const wronglySucceeded: string[] = [];
    const expectedToFail = rows.filter((row) => row.group === group && row.expected.outcome === "failure");
    for (const row of expectedToFail) {
      server.script(row.script());
      const succeeded = await call(server.url).then(
        () => true,
        () => false,
      );
      if (succeeded) wronglySucceeded.push(row.name);
    }
    return wronglySucceeded;
  };

  test("one that parses whatever comes", async () => {
    const unchecked = async (url: string) => (await fetch(url)).text().then(JSON.parse);
    expect(await failuresOf(unchecked, "falsy")).toHaveLength(8);
    expect(await failuresOf(unchecked, "media-type")).toContain("200 with another vendor's type");
  });

  test("one that takes an empty failure for none", async () => {
    const trusting = async (url: string) => {
      const error = await (await fetch(url)).text();
      if (error !== "") throw new Error(error);
    };
    expect(await failuresOf(trusting, "empty")).toContain("409, empty");
  });

  test("one that follows redirects", async () => {
    const trusting = async (url: string) => (await fetch(url, { method: "POST", body: "{}" })).text();
    const toOtherOrigin = faultCatalogue({ ...options, otherOrigin: otherOrigin.url }).filter(
      ({ group }) => group === "redirect",
    );
    for (const row of toOtherOrigin.filter(({ name }) => name.includes("another origin"))) {
      server.script(row.script());
      await trusting(server.url).catch(() => {});
    }
    expect(otherOrigin.connections).toBeGreaterThan(4);
  });
});
