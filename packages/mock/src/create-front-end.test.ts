import { once } from "node:events";
import { createServer } from "node:net";
import { afterEach, expect, test } from "vitest";
import { createFrontEnd, type FrontEnd } from "./create-front-end.ts";
import type { Exchange } from "./exchange.ts";
import { listen } from "./listen.ts";
import { readSpecification } from "./read-specification.ts";
import type { Prism } from "./start-prism.ts";
import { testDocument } from "./test-document.ts";

const specification = readSpecification(testDocument);
const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

async function serve(
  prism: Omit<Prism, "stop">,
  onExchange: (exchange: Exchange) => void = () => {},
): Promise<string> {
  const frontEnd: FrontEnd = createFrontEnd(specification, { ...prism, stop: async () => {} }, onExchange);
  cleanUps.push(async () => {
    frontEnd.server.close();
    frontEnd.server.closeAllConnections();
    await once(frontEnd.server, "close");
    frontEnd.disconnect();
  });
  return listen(frontEnd.server, 0, "127.0.0.1");
}

/** A port of a server that accepts connections and does with them what the caller says. */
async function tcpServer(onConnection: (end: () => void) => void): Promise<number> {
  const server = createServer((socket) => {
    socket.on("error", () => {}).resume();
    onConnection(() => socket.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  cleanUps.push(async () => {
    server.close();
    await once(server, "close");
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

test("a Prism that has ended is answered with 502 that says so and what to do", async () => {
  const port = await tcpServer((end) => end());
  const url = await serve({ port, ending: () => "SIGKILL" });
  const response = await fetch(`${url}/shelves`);
  expect(response.status).toBe(502);
  expect(response.headers.get("x-np6-mock")).toBe("failed");
  expect(await response.json()).toMatchObject({
    detail: expect.stringMatching(/ended \(SIGKILL\)\. Start the mock again/),
  });
});

test("a Prism that cuts the connection is answered with 502 that gives the reason", async () => {
  const port = await tcpServer((end) => end());
  const url = await serve({ port, ending: () => undefined });
  const response = await fetch(`${url}/shelves`);
  expect(response.status).toBe(502);
  expect(await response.json()).toMatchObject({ detail: expect.stringContaining("did not answer") });
});

test("a client that goes away takes its request to Prism with it and is reported without a status", async () => {
  const abort = new AbortController();
  let report: (exchange: Exchange) => void = () => {};
  const exchange = new Promise<Exchange>((resolve) => {
    report = resolve;
  });
  const port = await tcpServer(() => abort.abort());
  const url = await serve({ port, ending: () => undefined }, report);
  await expect(fetch(`${url}/shelves`, { signal: abort.signal })).rejects.toThrow("aborted");
  expect(await exchange).toMatchObject({ operationId: "listShelves", status: undefined, violations: [] });
});
