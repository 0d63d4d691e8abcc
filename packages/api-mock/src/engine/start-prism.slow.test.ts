import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startPrism } from "./start-prism.ts";

const head = { openapi: "3.1.0", info: { title: "Small", version: "1" } };
const document = { ...head, paths: { "/x": { get: { responses: { "204": { description: "Got" } } } } } };

let temporaryFolder: string;
beforeEach(async () => {
  temporaryFolder = await mkdtemp(join(tmpdir(), "start-prism-test-"));
  // os.tmpdir() reads this variable; other tests use the default folder at the same time.
  vi.stubEnv("TMPDIR", temporaryFolder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(temporaryFolder, { recursive: true });
});

test("a document that Prism cannot use is reported with Prism's own output, and nothing is left", async () => {
  await expect(startPrism({ ...head, paths: {} })).rejects.toThrow(
    /Prism did not start: It ended with exit code 1.*No operations found.*Prism \d+\.\d+\.\d+ is made for Node/s,
  );
  expect(await readdir(temporaryFolder)).toEqual([]);
});

test("what breaks Prism does not reach it from this process's environment", async () => {
  vi.stubEnv("NODE_OPTIONS", "--no-such-option");
  vi.stubEnv("NODE_ENV", "production");
  const prism = await startPrism(document);
  expect((await fetch(`http://127.0.0.1:${prism.port}/x`)).status).toBe(204);
  await prism.stop();
});
