import { dirname, join } from "node:path";
import { checkSbom } from "@np6/tools/check-sbom";
import { checkTarball } from "@np6/tools/check-tarball";
import { type PackedPackages, packPackages } from "@np6/tools/pack-packages";
import { readPublishedFiles } from "@np6/tools/read-published-files";
import { readTarball } from "@np6/tools/read-tarball";
import { repositoryRoot } from "@np6/tools/repository-root";
import { writeSbom } from "@np6/tools/write-sbom";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let packed: PackedPackages;
beforeAll(async () => {
  packed = await packPackages();
});
afterAll(() => packed?.remove());

const published = [
  "@np6/api-bulk",
  "@np6/api-client",
  "@np6/api-mock",
  "@np6/api-types",
  "@np6/openapi-codegen",
  "@np6/openapi-diff",
  "@np6/openapi-runtime",
];
// node16 leaves out the node10 resolution, which TypeScript 7 removed. Packages that only `import` can load are ESM.
const attwProfile = (name: string) =>
  ["@np6/api-client", "@np6/api-types", "@np6/openapi-runtime"].includes(name) ? "strict" : "esm-only";

test("the published packages are these", () => {
  expect(packed.packages.map(({ name }) => name).sort()).toEqual(published);
});

test("the documentation travels in the package that only developers install, with its links and the reference", async () => {
  const mock = packed.packages.find(({ name }) => name === "@np6/api-mock") ?? expect.fail("not packed");
  const files = await readTarball(mock.tarball);
  const pages = [...files].filter(([path]) => /^docs\/.*\.md$/.test(path));
  expect(pages.map(([path]) => path)).toEqual(
    expect.arrayContaining(["docs/guide.md", "docs/errors.md", "docs/reference/executeWorkflow.md"]),
  );
  const dead = pages.flatMap(([path, text]) =>
    [...text.replaceAll(/^ *(`{3,})[\s\S]*?^ *\1/gm, "").matchAll(/(?<!`)\]\(([^)#:\s]+\.md)/g)]
      .map(([, target = ""]) => `${path} → ${target}`)
      .filter((link) => !files.has(join(dirname(path), link.split(" → ")[1] ?? ""))),
  );
  expect(dead).toEqual([]);
  const listed = [...(files.get("docs/llms.txt") ?? "").matchAll(/\]\(([^)]+)\)/g)].map(
    ([, path]) => `docs/${path}`,
  );
  expect(listed.length).toBeGreaterThan(40);
  expect(listed.filter((path) => !files.has(path))).toEqual([]);
});

describe.each(published)("%s", (name) => {
  const packedPackage = () =>
    packed.packages.find((candidate) => candidate.name === name) ?? expect.fail("not packed");
  const tarball = () => packedPackage().tarball;
  const tool = (command: string, args: string[]) =>
    execa(command, args, {
      cwd: join(repositoryRoot, "checks"),
      reject: false,
      all: true,
      preferLocal: true,
    });

  test("holds the files of its list and no secret, and depends on published versions", async () => {
    expect(await checkTarball(packedPackage(), await readPublishedFiles(name))).toEqual([]);
  });

  test("is complete: README, LICENSE, and nothing of the sources or tests", async () => {
    const files = [...(await readTarball(tarball())).keys()];
    expect(files).toEqual(expect.arrayContaining(["package.json", "README.md", "LICENSE"]));
    const allowed =
      /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|bin\/[\w.-]+|dist\/[\w./-]+|deploy\/[\w.-]+|docs\/[\w./-]+\.(?:md|txt))$/;
    expect(files.filter((file) => !allowed.test(file) || /\.test\./.test(file))).toEqual([]);
  });

  test("has a bill of materials that names all its dependencies", async () => {
    const manifest = JSON.parse((await readTarball(tarball())).get("package.json") ?? "");
    const sbom = await writeSbom(name, join(dirname(tarball()), "sbom.json"));
    expect(checkSbom(sbom, manifest)).toEqual([]);
    expect(JSON.stringify(sbom)).not.toContain(repositoryRoot);
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
