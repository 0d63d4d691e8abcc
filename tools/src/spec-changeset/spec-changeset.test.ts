import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { specRepository, specText } from "../testing/spec-repository.test-support.ts";
import { useRegistry } from "../testing/use-registry.test-support.ts";
import { runCheckChangeset } from "./run-check-changeset.ts";
import { runSpecChangeset } from "./run-spec-changeset.ts";

const FILE = ".changeset/spec-change.md";
const withoutB = specText("{ a: { type: string } }");
const withC = specText("{ a: { type: string }, b: { type: string }, c: { type: string } }");

it("fails the check for a change without a changeset, writes it, and then passes", async () => {
  const { context, output, write, commit, root } = await specRepository("1.0.0");
  await commit("@np6/api-types@1.0.0");
  expect(await runCheckChangeset(context)).toBe(0);
  await write("spec/openapi.yaml", withC);
  expect(await runCheckChangeset(context)).toBe(1);
  expect(output.out).toContain("no changeset declares it");
  expect(output.out).toContain("Fix: pnpm spec changeset");

  expect(await runSpecChangeset([], context)).toBe(0);
  const written = await readFile(join(root, FILE), "utf8");
  expect(written).toContain('"@np6/api-types": minor');
  expect(written).toContain("`c` of `Thing` is new.");
  expect(await runCheckChangeset(context)).toBe(0);
});

it("fails the check for a changeset that is too small, raises it, and keeps what a person wrote", async () => {
  const { context, output, write, commit, root } = await specRepository("1.0.0");
  await commit("@np6/api-types@1.0.0");
  await write("spec/openapi.yaml", withC);
  await runSpecChangeset([], context);
  await write(FILE, `${await readFile(join(root, FILE), "utf8")}\nOur own advice.\n`);

  await write("spec/openapi.yaml", withoutB);
  expect(await runCheckChangeset(context)).toBe(1);
  expect(output.out).toContain("declare only minor");
  await runSpecChangeset([], context);
  const raised = await readFile(join(root, FILE), "utf8");
  expect(raised).toContain('"@np6/api-client": major');
  expect(raised).toContain("`b` of `Thing` was removed.");
  expect(raised).toContain("Our own advice.");
  expect(await runCheckChangeset(context)).toBe(0);
  await runSpecChangeset([], context);
  expect(await readFile(join(root, FILE), "utf8")).toBe(raised);
});

it("asks for a minor below 1.0.0 when something breaks", async () => {
  const { context, write, commit, root } = await specRepository("0.3.0");
  await commit("@np6/api-types@0.3.0");
  await write("spec/openapi.yaml", withoutB);
  await write(".changeset/hand.md", '---\n"@np6/api-types": patch\n---\n\nSmall.\n');
  expect(await runCheckChangeset(context)).toBe(1);
  await runSpecChangeset([], context);
  expect(await readFile(join(root, FILE), "utf8")).toContain('"@np6/api-types": minor');
  expect(await runCheckChangeset(context)).toBe(0);
});

it("is content with a version that was raised and is not released yet", async () => {
  const repository = await specRepository("0.3.0");
  const { context, write, commit } = repository;
  await commit("@np6/api-types@0.3.0");
  await useRegistry(repository, ["0.3.0"]);
  await write("spec/openapi.yaml", withoutB);
  await write("packages/api-types/CHANGELOG.md", "## 0.4.0\n\n## 0.3.0\n");
  await write("packages/api-types/package.json", '{ "name": "@np6/api-types", "version": "0.4.0" }');
  expect(await runCheckChangeset(context)).toBe(0);
});

it("has nothing to compare with before the first release, says so, and writes nothing", async () => {
  const { context, output, root } = await specRepository("0.0.0");
  expect(await runCheckChangeset(context)).toBe(0);
  expect(await runSpecChangeset([], context)).toBe(0);
  expect(output.out.match(/Nothing is released yet/g)).toHaveLength(2);
  await expect(readFile(join(root, FILE))).rejects.toThrow("ENOENT");
});

it("writes nothing when nothing changed", async () => {
  const { context, output, commit, root } = await specRepository("1.0.0");
  await commit("@np6/api-types@1.0.0");
  expect(await runSpecChangeset([], context)).toBe(0);
  expect(output.out).toContain("no changeset is needed");
  await expect(readFile(join(root, FILE))).rejects.toThrow("ENOENT");
});
