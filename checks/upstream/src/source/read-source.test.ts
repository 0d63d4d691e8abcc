import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readSource } from "./read-source.ts";

const limits = { maxBytes: 100, timeoutMs: 1_000 };
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "np6-upstream-"));
  await writeFile(join(folder, "small.yaml"), "openapi: 3.0.3");
  await writeFile(join(folder, "large.yaml"), "x".repeat(101));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("a file is read", async () => {
  await expect(readSource(join(folder, "small.yaml"), limits)).resolves.toBe("openapi: 3.0.3");
});

test.each([
  ["missing.yaml", /missing\.yaml: there is no such file\. Check --from\.$/],
  [".", /is not a file\. Name the bundle itself/],
  ["large.yaml", /large\.yaml is larger than 100 bytes\. Check that it is the bundle\.$/],
])("%s is refused", async (name, message) => {
  await expect(readSource(join(folder, name), limits)).rejects.toThrow(message);
});

test("an address that is neither http nor https is refused", async () => {
  await expect(readSource("ftp://example.com/api.yaml", limits)).rejects.toThrow(
    /^ftp:\/\/example\.com\/api\.yaml must use https:/,
  );
});
