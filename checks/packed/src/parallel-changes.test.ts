import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { copyRepository, type RepositoryCopy } from "@np6/tools/copy-repository";
import { execa } from "execa";
import { afterAll, beforeAll, expect, test } from "vitest";

// Two branches change the spec of one repository at the same time, with real git.
let copy: RepositoryCopy;
beforeAll(async () => {
  copy = await copyRepository({ cache: true });
});
afterAll(() => copy?.remove());

const run = (command: string, ...args: string[]) =>
  execa(command, args, { cwd: copy.folder, reject: false, all: true });
const git = (...words: string[]) =>
  run("git", "-c", "user.name=t", "-c", "user.email=t@example.com", ...words);

async function must(result: ReturnType<typeof run>): Promise<string> {
  const { exitCode, all } = await result;
  expect(exitCode, all).toBe(0);
  return all;
}

/** The same as `pnpm generate`. */
const generate = () => must(run("pnpm", "exec", "turbo", "run", "generate", "--output-logs=errors-only"));

const schemas = "spec/components/schemas/workflow";
const lines = (name: string) =>
  `  ${name}:\n    type: string\n    maxLength: 20\n    description: Invented by a test.\n    x-source: assumed\n`;

async function addField(schema: string, ...names: string[]): Promise<void> {
  const file = join(copy.folder, schemas, `${schema}.yaml`);
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replace("properties:\n", `properties:\n${names.map(lines).join("")}`));
}

async function onBranch(branch: string, edit: () => Promise<void>): Promise<void> {
  await must(git("switch", "--quiet", "--create", branch, "base"));
  await edit();
  await generate();
  await must(git("add", "--all"));
  await must(git("commit", "--quiet", "--message", branch));
}

test("fields of two schemas merge without a conflict, and the merged files are what the generator makes", async () => {
  await must(git("add", "--all"));
  await must(git("commit", "--quiet", "--allow-empty", "--message", "base"));
  await must(git("branch", "base"));
  await onBranch("one", () => addField("WorkflowCapping", "invented"));
  await onBranch("two", () => addField("WorkflowListener", "made"));
  await must(git("merge", "--no-edit", "one"));
  await generate();
  expect(await must(git("status", "--porcelain"))).toBe("");
});

test("where both stand in one place, the spec is merged by hand and the rest by `pnpm generate`", async () => {
  await onBranch("three", () => addField("WorkflowCapping", "third"));
  await onBranch("four", () => addField("WorkflowCapping", "fourth"));
  expect((await git("merge", "--no-edit", "three")).exitCode).not.toBe(0);
  await must(git("checkout", "base", "--", `${schemas}/WorkflowCapping.yaml`));
  await addField("WorkflowCapping", "third", "fourth");
  await generate();
  await must(git("add", "--all"));
  await must(git("commit", "--quiet", "--no-edit"));
  const types = await readFile(join(copy.folder, "packages/api-types/src/generated/openapi.gen.ts"), "utf8");
  expect(types).toMatch(/third\?: string;[^}]*fourth\?: string;/);
  expect((await git("grep", "--name-only", "^<<<<<<< HEAD$")).stdout).toBe("");
});
