import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { describeApi } from "./describe-api.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "np6-describe-api-"));
  const manifest = { name: "example", version: "1.0.0", type: "module", types: "index.d.mts" };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
});
afterEach(() => rm(folder, { recursive: true }));

const describe = async (declarations: string) => {
  await writeFile(join(folder, "index.d.mts"), declarations);
  return describeApi(folder, "index.d.mts");
};

test("the report has every export", async () => {
  const report = await describe("declare const a: 1; declare const b: 2; export { a, b };");
  expect(report).toContain("const a: 1");
  expect(report).toContain("const b: 2");
});

test("a removed export and a changed type each change the report", async () => {
  const report = await describe("declare const a: 1; declare const b: 2; export { a, b };");
  expect(await describe("declare const a: 1; declare const b: 2; export { a };")).not.toBe(report);
  expect(await describe("declare const a: 1; declare const b: 3; export { a, b };")).not.toBe(report);
});

test("a type behind an export is in the report though nobody exports it", async () => {
  const report = await describe(
    "interface Options { a?: 1 } declare function f(o: Options): void; export { f };",
  );
  expect(report).toContain("a?: 1");
});

test("a module that is not there is an error", async () => {
  await expect(describeApi(folder, "missing.d.mts")).rejects.toThrow("missing.d.mts");
});
