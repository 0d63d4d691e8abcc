import { expect, test } from "vitest";
import { useFaultServer } from "../server/use-fault-server.test-support.ts";
import { decompressionBomb } from "./decompression-bomb.ts";

const decompressedBytes = 32 * 1024 * 1024;

test.each([
  ["gzip", 40_000],
  ["br", 500],
] as const)(
  "a %s bomb of 32 MiB is under %i bytes on the wire, and valid JSON",
  async (coding, wireBytes) => {
    const server = await useFaultServer();
    server.script(
      decompressionBomb(
        { status: 200, headers: [["Content-Type", "application/json"]] },
        coding,
        decompressedBytes,
      ),
    );
    const response = await fetch(server.url);
    expect(response.headers.get("content-encoding")).toBe(coding);
    const text = await response.text();
    expect(text.length).toBe(decompressedBytes);
    expect(JSON.parse(text)).toEqual([]);
    await server.until(({ exchangesInProgress }) => exchangesInProgress === 0);
    expect(server.requests[0]?.answer.bytesSent).toBeLessThan(wireBytes);
  },
);

test("a small one has exactly the bytes that were asked for", async () => {
  const server = await useFaultServer();
  for (const size of [2, 3, 65_538, 65_539]) {
    server.script(decompressionBomb({ status: 200 }, "gzip", size));
    expect(await (await fetch(server.url)).text()).toHaveLength(size);
  }
});

test("making one does not take the memory of what it unpacks to", async () => {
  const server = await useFaultServer();
  server.script(decompressionBomb({ status: 200 }, "gzip", 256 * 1024 * 1024));
  const { body } = await fetch(server.url);
  let read = 0;
  let most = 0;
  const before = process.memoryUsage.rss();
  for await (const chunk of body ?? []) {
    read += chunk.length;
    most = Math.max(most, process.memoryUsage.rss() - before);
  }
  expect(read).toBe(256 * 1024 * 1024);
  // The limit includes server and client, which share this process.
  expect(most).toBeLessThan(128 * 1024 * 1024);
});

test("a peer that goes away ends it", async () => {
  const server = await useFaultServer();
  server.script(decompressionBomb({ status: 200 }, "gzip", 1024 * 1024 * 1024));
  const { body } = await fetch(server.url);
  await body?.cancel();
  await server.until(
    ({ exchangesInProgress, openSockets }) => exchangesInProgress === 0 && openSockets === 0,
  );
  expect(server.requests[0]?.answer.end).toBe("connection-gone");
});
