import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { expect, onTestFinished, test } from "vitest";
import { checkTarball } from "./check-tarball.ts";

/** Packs files as the types package and compares them with a list of four. */
async function check(changes: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), "np6-check-tarball-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const files = {
    "package.json": '{ "name": "@np6/api-types", "version": "0.0.0" }',
    LICENSE: "MIT",
    "README.md": "# Types",
    "dist/index.mjs": "",
    ...changes,
  };
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, "package", path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const tarball = join(folder, "package.tgz");
  await execa("tar", ["-czf", tarball, "-C", folder, "package"]);
  const name = "@np6/api-types";
  const list = "LICENSE\nREADME.md\ndist/index.mjs\npackage.json\n";
  return checkTarball({ name, directory: "packages/api-types", manifest: { name }, tarball }, list);
}

test("a tarball with what belongs into it is fine", async () => {
  expect(await check({})).toEqual([]);
});

test.each([
  ["a file that nobody expects", { "src/notes.md": "" }, /contains src\/notes\.md.*remove it from "files"/],
  ["a hidden file", { ".env": "" }, /contains \.env/],
  [
    "a secret",
    { "dist/index.mjs": `createClient({ apiKey: "${["7f3a91c0", "d2e4b8a6"].join("")}" })` },
    /index\.mjs:1: contains a secret/,
  ],
  ["a path of a machine", { "dist/index.mjs": `// ${["", "root", "np6"].join("/")}` }, /path of one machine/],
  [
    "a dependency on the workspace",
    { "package.json": '{ "version": "0.0.0", "dependencies": { "a": "workspace:*" } }' },
    /has a `workspace:` dependency/,
  ],
])("%s is reported with the way out", async (_what, changes, problem) => {
  expect(await check(changes)).toEqual([expect.stringMatching(problem)]);
});
