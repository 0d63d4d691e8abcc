import { createConnection } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { useFaultServer } from "../server/use-fault-server.test-support.ts";
import { endlessBody } from "./endless-body.ts";

const megabyte = 1024 * 1024;

test.each(["chunked", "close"] as const)(
  "with framing %s it goes on until fetch has had enough",
  async (framing) => {
    const server = await useFaultServer();
    server.script(endlessBody({ status: 200 }, framing));
    const { body } = await fetch(server.url);
    let read = 0;
    let beginning = "";
    for await (const chunk of body ?? []) {
      if (read === 0) beginning = Buffer.from(chunk).toString().trim();
      read += chunk.length;
      if (read > 8 * megabyte) break;
    }
    expect(beginning).toBe("[");
    expect(read).toBeGreaterThan(8 * megabyte);
    await server.until(
      ({ exchangesInProgress, openSockets }) => exchangesInProgress === 0 && openSockets === 0,
    );
    expect(server.requests[0]?.answer.end).toBe("connection-gone");
  },
);

test("it is never faster than the peer reads: what nobody takes is not piled up", async () => {
  const server = await useFaultServer();
  server.script(endlessBody({ status: 200 }, "chunked"));
  const socket = createConnection({ host: "127.0.0.1", port: Number(new URL(server.url).port) });
  onTestFinished(() => {
    socket.destroy();
  });
  socket.on("error", () => {});
  socket.write("GET / HTTP/1.1\r\n\r\n");
  const sent = () => server.requests[0]?.answer.bytesSent ?? 0;
  await server.until(() => sent() > 0);
  // The client reads nothing. After an interval without a byte, the system's buffers are full and the server waits.
  let before = -1;
  while (before !== sent()) {
    before = sent();
    await server.until(() => sent() > before, 100).catch(() => {});
  }
  expect(sent()).toBeLessThan(64 * megabyte);
  socket.resume();
  await server.until(() => sent() > before + 16 * megabyte);
});
