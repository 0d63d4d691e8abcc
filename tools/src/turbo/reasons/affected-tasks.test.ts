import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyRepository, type RepositoryCopy } from "../../repository/copy-repository.ts";
import { turboEnvironment } from "../turbo-environment.ts";

// Turbo itself lists the tasks that it would run, in a copy of the checkout.
let copy: RepositoryCopy;
let folder: string;
beforeAll(async () => {
  copy = await copyRepository({ install: false });
  folder = copy.folder;
});
afterAll(() => copy?.remove());

/** Returns the hashes of all tasks of `pnpm test`, by name. */
async function hashes(): Promise<Record<string, string>> {
  const tasks = ["lint", "typecheck", "test", "check:api", "check:generated"];
  const { stdout } = await execa("turbo", ["run", ...tasks, "--dry=json"], {
    cwd: folder,
    preferLocal: true,
    localDir: import.meta.dirname,
    env: turboEnvironment,
  });
  const { tasks: planned } = JSON.parse(stdout) as { tasks: { taskId: string; hash: string }[] };
  return Object.fromEntries(planned.map(({ taskId, hash }) => [taskId, hash]));
}

/** Lists the packages with tasks that run again after an edit. */
async function affectedBy(file: string, search: RegExp, replacement: string): Promise<string[]> {
  const before = await hashes();
  const path = join(folder, file);
  const text = await readFile(path, "utf8");
  const edited = text.replace(search, replacement);
  expect(edited).not.toBe(text);
  await writeFile(path, edited);
  const after = await hashes();
  await writeFile(path, text);
  const changed = Object.keys(after).filter((task) => after[task] !== before[task]);
  return [...new Set(changed.map((task) => task.split("#")[0] ?? ""))].toSorted();
}

test("an edited description in the spec reruns only what depends on the spec", async () => {
  const affected = await affectedBy("spec/openapi.yaml", /title: .*/, "title: Edited");
  expect(affected).toContain("@np6/api-client");
  expect(affected).toContain("@np6/contract-tests");
  expect(affected).not.toContain("@np6/openapi-codegen");
  expect(affected).not.toContain("@np6/fault-server");
});

test("an edited page of the documentation reruns only the tests that read it", async () => {
  const affected = await affectedBy("docs/guide.md", /^# .*/m, "# Edited");
  expect(affected).toEqual(["@np6/contract-tests"]);
});

test("an edited README of a package reruns its formatter and the tests that read documentation, not its own tests", async () => {
  const affected = await affectedBy("packages/api-client/README.md", /^# .*/m, "# Edited");
  expect(affected).toEqual(["@np6/api-client", "@np6/contract-tests"]);
});
