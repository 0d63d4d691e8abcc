import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Fault } from "../script/fault.ts";
import { respond } from "../script/respond.ts";
import { sendBytes } from "../script/send-bytes.ts";
import { headerValues } from "../wire/received-request.ts";
import { startFaultServer } from "./start-fault-server.ts";
import { useFaultServer, useRawClient } from "./use-fault-server.test-support.ts";

const get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
const answer = (body: string) => respond({ status: 200, body });

test("the n-th request gets the n-th fault, the last one again and again, and each script call starts anew", async () => {
  const server = await useFaultServer();
  const requestText = async () => (await fetch(server.url)).text();
  server.script([answer("one"), answer("two")]);
  expect([await requestText(), await requestText(), await requestText()]).toEqual(["one", "two", "two"]);
  server.script(answer("three"));
  expect(await requestText()).toBe("three");
  server.script((request, index) => answer(`${request.target} ${index}`));
  expect([await requestText(), await requestText()]).toEqual(["/ 0", "/ 1"]);
});

test("without a script the answer is 501", async () => {
  const server = await useFaultServer();
  expect((await fetch(server.url)).status).toBe(501);
});

test("a script that cannot be played is refused", async () => {
  const server = await useFaultServer();
  expect(() => server.script([])).toThrow("The script is empty");
  expect(() =>
    server.script({ name: "f", begin: "request", steps: [{ step: "hang" }, { step: "close" }] }),
  ).toThrow('Fault "f", step 1');
});

test("a request is recorded as it was sent", async () => {
  const server = await useFaultServer();
  server.script(answer(""));
  const client = await useRawClient(server);
  client.send("POST /a%20b?c HTTP/1.1\r\nX-Key: 1\r\nx-KEY:  2\r\nContent-Length: 3\r\n\r\n\u0000ab");
  const request = await server.nextRequest();
  expect(request).toMatchObject({
    method: "POST",
    target: "/a%20b?c",
    headers: [
      ["X-Key", "1"],
      ["x-KEY", "2"],
      ["Content-Length", "3"],
    ],
    body: Buffer.from("\u0000ab"),
    complete: true,
    connection: 1,
    ordinal: 1,
  });
  expect(headerValues(request, "X-KEY")).toEqual(["1", "2"]);
  expect(headerValues(request, "absent")).toEqual([]);
});

test("fetch keeps the connection, and the records say so", async () => {
  const server = await useFaultServer();
  server.script(answer("a"));
  for (const body of ["1", "2"]) {
    await (await fetch(server.url, { method: "POST", body })).text();
    // Node's fetch reuses the connection only from the next turn of the event loop on.
    await setImmediate();
  }
  expect(server.requests.map(({ connection, ordinal, body }) => [connection, ordinal, `${body}`])).toEqual([
    [1, 1, "1"],
    [1, 2, "2"],
  ]);
  expect(server.requests.map(({ answer: recorded }) => recorded)).toMatchObject([
    { fault: "answer 200", end: "kept-open" },
    { fault: "answer 200", end: "kept-open" },
  ]);
  expect(server).toMatchObject({ connections: 1, openSockets: 1, exchangesInProgress: 0, malformed: [] });
});

test("pipelined requests are answered in order, also when the first answer takes longer", async () => {
  const server = await useFaultServer();
  const slow: Fault = {
    ...answer("slow"),
    steps: [{ step: "pause", milliseconds: 20 }, ...answer("slow").steps],
  };
  server.script([slow, answer("fast")]);
  const client = await useRawClient(server);
  client.send(get + get);
  await client.until(({ received }) => received.includes("fast"));
  expect(client.received.indexOf("slow")).toBeGreaterThan(0);
  expect(client.received.indexOf("slow")).toBeLessThan(client.received.indexOf("fast"));
  expect(server.requests.map(({ ordinal }) => ordinal)).toEqual([1, 2]);
});

test("`begin` decides what is waited for: nothing, the head, or the whole request", async () => {
  const server = await useFaultServer();
  const bytes = (begin: Fault["begin"]) => sendBytes("answer", "hang", begin);

  server.script(bytes("connection"));
  const silent = await useRawClient(server);
  await silent.until(({ received }) => received === "answer");
  expect(server.requests).toHaveLength(0);

  server.script(bytes("request-head"));
  const half = await useRawClient(server);
  half.send("POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n1");
  await half.until(({ received }) => received === "answer");
  expect(server.requests[0]).toMatchObject({ complete: false });

  server.script(bytes("request"));
  const whole = await useRawClient(server);
  whole.send("POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n1");
  await server.until(({ requests }) => requests.length === 2);
  expect(whole.received).toBe("");
  whole.send("2");
  await whole.until(({ received }) => received === "answer");
});

test("a fault that begins with the connection is the answer to its first request", async () => {
  const server = await useFaultServer();
  server.script([{ ...answer("early"), name: "early", begin: "connection" }, answer("next")]);
  const client = await useRawClient(server);
  await client.until(({ received }) => received.endsWith("early"));
  client.send(get);
  client.send(get);
  await client.until(({ received }) => received.endsWith("next"));
  expect(server.requests.map(({ answer: recorded }) => recorded.fault)).toEqual(["early", "answer 200"]);
});

test("a request that is never finished is not answered, and its connection is given up", async () => {
  const server = await useFaultServer();
  server.script(answer("a"));
  const client = await useRawClient(server);
  client.send("POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n1");
  client.finish();
  await server.until(({ openSockets, connections }) => connections === 1 && openSockets === 0);
  expect(client.received).toBe("");
  expect(server.requests[0]).toMatchObject({
    complete: false,
    body: Buffer.from("1"),
    answer: { end: "connection-gone" },
  });
});

test("a peer that sends FIN after its request still gets an answer that needs no waiting", async () => {
  const server = await useFaultServer();
  server.script(answer("a"));
  const client = await useRawClient(server);
  client.send(get);
  client.finish();
  await client.until(({ end }) => end === "FIN");
  expect(client.received).toMatch(/\r\n\r\na$/);
  await server.until(({ openSockets }) => openSockets === 0);
});

test("a peer that goes away ends silence, and no exchange stays in progress", async () => {
  const server = await useFaultServer();
  server.script(sendBytes("", "hang"));
  const call = fetch(server.url, { signal: AbortSignal.timeout(30) });
  await expect(call).rejects.toThrow();
  await server.until(
    ({ exchangesInProgress, openSockets }) => exchangesInProgress === 0 && openSockets === 0,
  );
  expect(server.requests[0]?.answer).toMatchObject({ end: "connection-gone", bytesSent: 0 });
});

test("bytes that are no HTTP are counted and named, not answered", async () => {
  const server = await useFaultServer();
  const client = await useRawClient(server);
  client.send(Buffer.from([22, 3, 1, 0]));
  await server.until(({ malformed }) => malformed.length === 1);
  expect(server).toMatchObject({ bytesReceived: 4, requests: [] });
  expect(client.received).toBe("");
});

test("`until` says what it saw when its time is up, and passes on what the condition throws", async () => {
  const server = await useFaultServer();
  await expect(server.until(() => false, 5)).rejects.toThrow(
    /did not hold within 5 ms.*0 connections.*0 requests/,
  );
  await expect(
    server.until(() => {
      throw new Error("my own");
    }),
  ).rejects.toThrow("my own");
});

test("`nextRequest` hands out each request once, asked before or after it came", async () => {
  const server = await useFaultServer();
  server.script(answer(""));
  const first = server.nextRequest();
  await fetch(`${server.url}/1`);
  await fetch(`${server.url}/2`);
  expect([(await first).target, (await server.nextRequest()).target]).toEqual(["/1", "/2"]);
});

test("closing destroys connections in every state and rejects what waits", async () => {
  const server = await startFaultServer();
  server.script([
    answer("idle"),
    sendBytes("", "hang"),
    { name: "pause", begin: "request", steps: [{ step: "pause", milliseconds: 100_000 }] },
    { name: "drip", begin: "request", steps: [{ step: "drip", bytes: "abc", everyMilliseconds: 100_000 }] },
    { name: "endless", begin: "request", steps: [{ step: "repeat", bytes: "x".repeat(1000) }] },
  ]);
  const clients = [];
  for (let count = 1; count <= 5; count += 1) {
    const client = await useRawClient(server);
    client.send(get);
    await server.nextRequest();
    clients.push(client);
  }
  const waiting = expect(server.until(() => false)).rejects.toThrow("was closed");
  await server.close();
  await waiting;
  expect(server).toMatchObject({ openSockets: 0, exchangesInProgress: 0, connections: 5 });
  await expect(fetch(server.url)).rejects.toMatchObject({ cause: { code: "ECONNREFUSED" } });
});

test("requests are not kept when that is not wanted, and each is reported when it is whole", async () => {
  const seen: string[] = [];
  const server = await useFaultServer({
    keepRequests: false,
    onRequestComplete: (request) => seen.push(`${request.body} ${request.answer.bytesSent}`),
  });
  server.script(answer("a"));
  await fetch(server.url, { method: "POST", body: "hello" });
  expect(seen).toEqual(["hello 0"]);
  expect(server.requests).toEqual([]);
});
