import { expect, test } from "vitest";
import { useFaultServer, useRawClient } from "../server/use-fault-server.test-support.ts";
import { dripAnswer } from "./drip-answer.ts";

const answer = { status: 200, body: "hello" } as const;
const head = "HTTP/1.1 200 \r\nContent-Length: 5\r\n\r\n";

test.each(["start", "body"] as const)("fetch gets the whole answer that drips from its %s", async (from) => {
  const server = await useFaultServer();
  server.script(dripAnswer(answer, from, 1));
  expect(await (await fetch(server.url)).text()).toBe("hello");
});

test("the first byte comes alone, and the next one only after the interval", async () => {
  for (const [from, first] of [
    ["start", "H"],
    ["body", `${head}h`],
  ] as const) {
    const server = await useFaultServer();
    server.script(dripAnswer(answer, from, 1_000_000));
    const client = await useRawClient(server);
    client.send("GET / HTTP/1.1\r\n\r\n");
    await client.until(({ received }) => received === first);
    await server.until(({ requests }) => requests[0]?.answer.bytesSent === first.length);
  }
});

test("a drip ends with the peer, and the rest is not sent", async () => {
  const server = await useFaultServer();
  server.script(dripAnswer(answer, "body", 100_000));
  const client = await useRawClient(server);
  client.send("GET / HTTP/1.1\r\n\r\n");
  await client.until(({ received }) => received.endsWith("h"));
  client.destroy();
  await server.until(
    ({ openSockets, exchangesInProgress }) => openSockets === 0 && exchangesInProgress === 0,
  );
  expect(server.requests[0]?.answer).toMatchObject({ bytesSent: head.length + 1, end: "connection-gone" });
});
