import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repositoryRoot } from "../repository/repository-root.ts";
import { checkCodeowners, needsTwoOwners } from "./check-codeowners.ts";

const text = await readFile(join(repositoryRoot, ".github/CODEOWNERS"), "utf8");
// One file per line.
const files = [...text.matchAll(/^(?!\*)\/?([^#\s]\S*)/gm)].map(([, path = ""]) =>
  path.endsWith("/") ? `${path}file` : path,
);

test("a file for every line is fine", () => {
  expect(checkCodeowners(text, files, ["packages/new/package.json", "tools/src/cli/file"])).toEqual([]);
});

test.each([
  ["no owner of everything else", text.replace(/^\*.*$/m, "/spec/ @np6/a"), 'must be "*"'],
  ["no line for the spec", text.replace(/^\/spec\/.*$/m, ""), '"/spec/" has no line'],
  ["a line without an owner", `${text}\n/spec/paths/`, "has no owner"],
  ["a line about what is gone", `${text}\n/old/ @np6/a`, '"/old/" is not in the repository'],
  ["a command that publishes with one owner", `${text}\n/tools/run.mjs @np6/a`, "tools/run.mjs can publish"],
])("%s is reported", (_what, changed, problem) => {
  expect(checkCodeowners(changed, [...files, "spec/paths/file", "tools/run.mjs"], ["tools/run.mjs"])).toEqual(
    [expect.stringContaining(problem)],
  );
});

test.each<[string, string, boolean]>([
  ["packages/any/package.json", "{}", true],
  ["checks/bench/pnpm-lock.yaml", "", true],
  [".github/workflows/ci.yml", "", true],
  ["tools/src/cli/release/release-publish.ts", "", true],
  ["packages/api-client/src/options.ts", "readonly apiKey: string", true],
  ["packages/api-client/src/options.test.ts", "apiKey", false],
  ["packages/api-client/src/hooks.ts", "on.retry", false],
  ["docs/guide.md", "NP6_API_KEY", false],
])("whether %s needs two owners", (file, content, expected) => {
  expect(needsTwoOwners(file, content)).toBe(expected);
});
