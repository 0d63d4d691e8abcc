import { expect, test } from "vitest";
import { checkContents } from "./check-contents.ts";

// The texts are split here, so that this file does not contain them.
const forbidden = [
  ["a folder beside the project", ["..", "shared", "design.md"].join("/")],
  ["a registry's host", `https://registry.${"npmjs"}.org/semver`],
  ["a path of a machine", `see ${["", "root", "project"].join("/")}`],
] as const;

test.each(forbidden)("%s is reported with the file's name", (_what, text) => {
  expect(checkContents("docs/page.md", `before\n${text}\nafter`)).toEqual([
    expect.stringMatching(/^docs\/page\.md: /),
  ]);
});

test("ordinary text is fine", () => {
  expect(checkContents("README.md", "Run `npm install`; work/life; a shared folder")).toEqual([]);
});
