import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repositoryRoot } from "../repository/repository-root.ts";
import { checkCodeowners } from "./check-codeowners.ts";

const text = await readFile(join(repositoryRoot, ".github/CODEOWNERS"), "utf8");
// A file for every line.
const files = [...text.matchAll(/^\/(\S+)/gm)].map(([, path = ""]) =>
  path.endsWith("/") ? `${path}file` : path,
);

test("the repository's own CODEOWNERS is complete", () => {
  expect(checkCodeowners(text, files)).toEqual([]);
});

test.each([
  ["no owner of everything else", text.replace(/^\*.*$/m, ""), 'must be "*"'],
  ["no line for the spec", text.replace(/^\/spec\/.*$/m, ""), '"/spec/" has no line'],
  ["a line without an owner", `${text}\n/spec/paths/`, "has no owner"],
  ["a line about what is gone", `${text}\n/old/ @np6/a`, '"/old/" is not in the repository'],
])("%s is reported", (_what, changed, problem) => {
  expect(checkCodeowners(changed, [...files, "spec/paths/file"])).toEqual([expect.stringContaining(problem)]);
});
