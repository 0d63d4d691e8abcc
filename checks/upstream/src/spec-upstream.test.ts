import { createHash } from "node:crypto";
import { glob, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { stringify } from "yaml";
import { type Edit, edited } from "./fixtures.test-support.ts";
import { inVendorStyle } from "./vendor-style.test-support.ts";

const repositoryRoot = fileURLToPath(new URL("../../..", import.meta.url));
const spec = join(repositoryRoot, "spec");
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "np6-upstream-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

/** Writes this repository's curated spec in the vendor's style, with some changes. */
async function bundle(name: string, edits: readonly Edit[] = []): Promise<string> {
  const curated = JSON.parse(await readFile(join(spec, "dist", "openapi.json"), "utf8"));
  const document = edited(inVendorStyle(curated), edits);
  const file = join(folder, name);
  await writeFile(file, name.endsWith(".json") ? JSON.stringify(document) : stringify(document));
  return file;
}

const upstream = (...argv: string[]) =>
  execa("node", [join(repositoryRoot, "checks/upstream/src/spec-upstream.ts"), ...argv], {
    cwd: repositoryRoot,
    reject: false,
  });

/** Returns a hash of every file of the curated spec, by path. */
async function hashes(): Promise<ReadonlyMap<string, string>> {
  const entries = await Array.fromAsync(
    glob("**/*", { cwd: spec, withFileTypes: true, exclude: ["node_modules"] }),
  );
  const files = entries.filter(
    (entry) => entry.isFile() && !/[\\/](\.turbo|\.results)$/.test(entry.parentPath),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  const contents = await Promise.all(paths.map((path) => readFile(path)));
  return new Map(
    paths.map((path, index) => [
      path,
      createHash("sha256")
        .update(contents[index] ?? "")
        .digest("hex"),
    ]),
  );
}

test.each(["api.yaml", "api.json"])(
  "the curated spec in the vendor's style (%s) is no drift",
  async (name) => {
    const { exitCode, stdout, stderr } = await upstream("--from", await bundle(name));
    expect(stdout + stderr).toMatch(/\n0 drift, 0 accepted, \d+ known, 0 stale$/);
    expect(exitCode).toBe(0);
  },
);

test("changes of the vendor's are the drift, nothing else is, and no file of the curated spec changes", async () => {
  const before = await hashes();
  expect(before.size).toBeGreaterThan(50);
  const schemas = "#/components/schemas";
  const from = await bundle("api.json", [
    ["#/paths/~1scripting~1workflows~1{id}~1archive", { post: { responses: { 204: { description: "" } } } }],
    ["#/paths/~1scripting~1workflows~1{id}~1duplication", undefined],
    [`${schemas}/Workflow/properties/name/type`, "integer"],
    [`${schemas}/Workflow/properties/state/enum`, [0, 1, 2]],
    [`${schemas}/Execution/properties/priority`, { type: "integer", format: "int32" }],
    [`${schemas}/Stamp/properties/thread`, undefined],
  ]);
  const json = join(folder, "report.json");
  const { exitCode } = await upstream("--from", from, "--json", json);
  const { differences } = JSON.parse(await readFile(json, "utf8"));
  const drift = differences
    .filter(({ verdict }: { verdict: string }) => verdict === "drift")
    .map(
      ({ at, fact, vendor, curated }: Record<string, { text: string }>) =>
        `${at} ${fact}: ${vendor?.text} | ${curated?.text}`,
    );
  expect(drift.sort()).toEqual([
    "POST /scripting/workflows/{id}/archive operation: present | absent",
    "POST /scripting/workflows/{id}/duplication operation: absent | present",
    "schema Execution: priority property: integer(int32) | absent",
    "schema Stamp: thread property: absent | string(uuid)",
    "schema Workflow: name type: integer | string",
    "schema Workflow: state value: 2 | absent",
  ]);
  expect(exitCode).toBe(1);
  expect(await hashes()).toEqual(before);
});

test("bad input is 2", async () => {
  const { exitCode, stderr } = await upstream("--from", join(folder, "nowhere.yaml"));
  expect(stderr).toMatch(/^error: .*nowhere\.yaml: there is no such file/);
  expect(exitCode).toBe(2);
});
