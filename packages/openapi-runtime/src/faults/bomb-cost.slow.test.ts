import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { decompressionBomb } from "@np6/fault-server";
import { expect, test } from "vitest";
import { good, useFaultServer } from "../testing/use-fault-server.test-support.ts";

const mebibyte = 2 ** 20;
const program = fileURLToPath(new URL("call-bomb.test-support.ts", import.meta.url));

/** Calls a server from a separate process. @returns the largest growth of its memory in bytes, and the failure */
async function costOf(url: string, ...options: readonly string[]) {
  const child = spawn(process.execPath, [program, url, ...options], { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  for await (const chunk of child.stdout) output += chunk;
  return JSON.parse(output) as { grownBytes: number; kind: string; message: string };
}

// Three times the largest body that the client reads.
const bombBytes = 96 * mebibyte;

test.each(["gzip", "br"] as const)("a %s bomb of 96 MiB costs less than 64 MiB", async (coding) => {
  const head = { status: 200, headers: [["Content-Type", "application/json"]] } as const;
  const server = await useFaultServer(good, decompressionBomb(head, coding, bombBytes));
  const { grownBytes, kind, message } = await costOf(server.url);
  expect(kind).toBe("unexpected-response");
  expect(message).toContain("more than 33554432 bytes");
  expect(grownBytes).toBeLessThan(64 * mebibyte);
  // Control: the measurement detects a body that is kept in memory.
  server.script([good, decompressionBomb(head, coding, bombBytes)]);
  const unlimited = await costOf(server.url, `${1024 * mebibyte}`);
  expect(unlimited.grownBytes).toBeGreaterThan(90 * mebibyte);
});
