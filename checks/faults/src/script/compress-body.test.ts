import { expect, test } from "vitest";
import { useFaultServer } from "../server/use-fault-server.test-support.ts";
import { compressBody } from "./compress-body.ts";
import { respond } from "./respond.ts";

async function fetchCompressed(coding: Parameters<typeof compressBody>[1], label: string): Promise<string> {
  const server = await useFaultServer();
  server.script(
    respond({ status: 200, headers: [["Content-Encoding", label]], body: compressBody("hello", coding) }),
  );
  return (await fetch(server.url)).text();
}

test.each(["gzip", "br", "deflate"] as const)("fetch reads %s", async (coding) => {
  expect(await fetchCompressed(coding, coding)).toBe("hello");
});

test("fetch reads deflate without its wrapper too", async () => {
  expect(await fetchCompressed("raw-deflate", "deflate")).toBe("hello");
});

test("control: fetch fails when the label is wrong", async () => {
  await expect(fetchCompressed("br", "gzip")).rejects.toThrow("terminated");
});
