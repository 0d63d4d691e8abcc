import { expect, test } from "vitest";
import { useFaultServer, useRawClient } from "../server/use-fault-server.test-support.ts";
import type { Answer } from "./answer.ts";
import { respond } from "./respond.ts";

const get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

async function fetchOne(answer: Answer, init: RequestInit = {}): Promise<Response> {
  const server = await useFaultServer();
  server.script(respond(answer));
  return fetch(server.url, { redirect: "manual", ...init });
}

test.each(["content-length", "chunked", "close"] as const)(
  "fetch reads a body with framing %s",
  async (framing) => {
    const response = await fetchOne({ status: 200, body: "hello", framing });
    expect(await response.text()).toBe("hello");
  },
);

test("the connection stays open, except where the framing needs its end", async () => {
  for (const [framing, end] of [
    ["chunked", "kept-open"],
    ["close", "closed"],
  ] as const) {
    const server = await useFaultServer();
    server.script(respond({ status: 200, body: "hello", framing }));
    const client = await useRawClient(server);
    client.send(get);
    await server.until(({ requests }) => requests[0]?.answer.end === end);
    await client.until((raw) => raw.end === (end === "closed" ? "FIN" : "open"));
  }
});

test("duplicate headers arrive as two lines", async () => {
  const response = await fetchOne({
    status: 200,
    headers: [
      ["X-Two", "1"],
      ["X-Two", "2"],
    ],
  });
  expect(response.headers.get("x-two")).toBe("1, 2");
});

test.each([201, 299, 302, 404, 600, 999])("fetch sees the status %i", async (status) => {
  expect((await fetchOne({ status, body: "{}" })).status).toBe(status);
});

test("control: a status of two digits is no answer to fetch", async () => {
  await expect(fetchOne({ status: 99 })).rejects.toThrow("fetch failed");
});

test("answers before the answer are skipped by fetch, and seen on the wire", async () => {
  const answer: Answer = { status: 200, body: "hello", informational: [{ status: 102 }, { status: 103 }] };
  expect(await (await fetchOne(answer)).text()).toBe("hello");
  const server = await useFaultServer();
  server.script(respond(answer));
  const client = await useRawClient(server);
  client.send(get);
  await client.until(({ received }) => received.endsWith("hello"));
  expect(client.received).toMatch(/^HTTP\/1.1 102 \r\n\r\nHTTP\/1.1 103 \r\n\r\nHTTP\/1.1 200 \r\n/);
});

test("a claimed length that is too long leaves fetch waiting, one that is too short cuts the body", async () => {
  const short = await fetchOne({ status: 200, body: "hello", claimedLength: 2 });
  expect(await short.text()).toBe("he");
  const long = await fetchOne(
    { status: 200, body: "hello", claimedLength: 9 },
    { signal: AbortSignal.timeout(1_000) },
  );
  await expect(long.text()).rejects.toThrow(/timeout/);
});

test("an answer at the head of the request comes before its body", async () => {
  const server = await useFaultServer();
  server.script(respond({ status: 409 }, "request-head"));
  const client = await useRawClient(server);
  client.send("POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n");
  await client.until(({ received }) => received.startsWith("HTTP/1.1 409 "));
  expect(server.requests[0]?.complete).toBe(false);
});
