import { expect, test } from "vitest";
import { useFaultServer, useRawClient } from "../server/use-fault-server.test-support.ts";
import { sendBytes } from "./send-bytes.ts";

test.each([
  ["close", "FIN"],
  ["reset", "RST"],
  ["hang", "open"],
] as const)("the bytes arrive as they are, and then %s", async (end, seen) => {
  const server = await useFaultServer();
  const everyByte = Buffer.from(Array.from({ length: 256 }, (_, value) => value));
  server.script(sendBytes({ base64: everyByte.toString("base64") }, end));
  const client = await useRawClient(server);
  client.send("GET / HTTP/1.1\r\n\r\n");
  await client.until((raw) => raw.received.length === 256 && raw.end === seen);
  expect(client.received).toBe(everyByte.toString("latin1"));
});

test("fetch takes garbage for a broken answer", async () => {
  const server = await useFaultServer();
  server.script(sendBytes("SSH-2.0-OpenSSH_9.9\r\n"));
  await expect(fetch(server.url)).rejects.toMatchObject({ cause: { name: "HTTPParserError" } });
});

test("a repeated step runs as often as it says, and the next one follows", async () => {
  const server = await useFaultServer();
  server.script({
    name: "repeat",
    begin: "request",
    steps: [{ step: "repeat", bytes: "ab", times: 3 }, { step: "pause", milliseconds: 1 }, { step: "close" }],
  });
  const client = await useRawClient(server);
  client.send("GET / HTTP/1.1\r\n\r\n");
  await client.until(({ end }) => end === "FIN");
  expect(client.received).toBe("ababab");
});

test("after FIN the other direction is still open: what the peer sends is recorded", async () => {
  const server = await useFaultServer();
  server.script(sendBytes("bye", "close", "request-head"));
  const client = await useRawClient(server);
  client.send("POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n");
  await client.until(({ end }) => end === "FIN");
  expect(server.requests[0]?.complete).toBe(false);
  client.send("{}");
  await server.until(({ requests }) => requests[0]?.complete === true);
});
