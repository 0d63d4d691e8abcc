import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { repositoryRoot } from "../repository-root.ts";
import { type PackedPackages, packPackages } from "./pack-packages.ts";

let packed: PackedPackages;
beforeAll(async () => {
  packed = await packPackages();
});
afterAll(() => packed?.remove());

const published = ["@np6/api-client", "@np6/api-mock", "@np6/api-types", "@np6/openapi-codegen"];
// node16: leaves out the node10 resolution, which TypeScript 7 no longer has. The packages that only `import` can load are ESM.
const attwProfile = (name: string) =>
  name === "@np6/api-client" || name === "@np6/api-types" ? "node16" : "esm-only";

test("the published packages are these", () => {
  expect(packed.packages.map(({ name }) => name).sort()).toEqual(published);
});

describe.each(published)("%s", (name) => {
  const tarball = () => packed.packages.find((candidate) => candidate.name === name)?.tarball ?? "";
  const tool = (command: string, args: string[]) =>
    execa(command, args, { cwd: join(repositoryRoot, "tools"), reject: false, all: true, preferLocal: true });

  test("holds built files, README, LICENSE and nothing of the sources", async () => {
    const { stdout } = await execa("tar", ["-tzf", tarball()]);
    const files = stdout.split("\n").filter((file) => file !== "");
    expect(files).toEqual(
      expect.arrayContaining(["package/package.json", "package/README.md", "package/LICENSE"]),
    );
    const allowed = /^package\/(package\.json|README\.md|LICENSE|CHANGELOG\.md|bin\/[\w.-]+|dist\/[\w./-]+)$/;
    expect(files.filter((file) => !allowed.test(file) || /\.test\./.test(file))).toEqual([]);
  });

  test("depends on published versions, not on the workspace", async () => {
    const { stdout } = await execa("tar", ["-xzOf", tarball(), "package/package.json"]);
    expect(stdout).not.toMatch(/workspace:|catalog:/);
  });

  test("has nothing for publint to report", async () => {
    const { exitCode, all } = await tool("publint", [tarball(), "--strict"]);
    expect(exitCode, all).toBe(0);
  });

  test("has types that every module resolution finds (attw)", async () => {
    const { exitCode, all } = await tool("attw", [tarball(), "--profile", attwProfile(name)]);
    expect(exitCode, all).toBe(0);
  });
});
