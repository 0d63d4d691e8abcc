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

test("its document is there while it runs and gone afterwards", async () => {
  const prism = await startPrism(document);
  expect(await readdir(temporaryFolder)).toEqual([expect.stringMatching(/^np6-mock-/)]);
  expect(prism.ending()).toBeUndefined();
  await prism.stop();
  expect(prism.ending()).toBe("SIGKILL");
  expect(await readdir(temporaryFolder)).toEqual([]);
  await prism.stop();
});
