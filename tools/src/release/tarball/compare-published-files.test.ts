import { expect, test } from "vitest";
import { comparePublishedFiles, publishedFilesList } from "./compare-published-files.ts";

const packed = {
  name: "@np6/thing",
  directory: "packages/thing",
  version: "1.0.0",
  files: ["README.md", "dist/index.mjs"],
};

test("the files of the list, and no others, are fine", () => {
  expect(comparePublishedFiles(packed, "README.md\ndist/index.mjs\n")).toEqual([]);
});

test("of a folder on the list any file may be there, and one has to be", () => {
  const list = "README.md\ndist/\n";
  expect(comparePublishedFiles(packed, list)).toEqual([]);
  expect(comparePublishedFiles(packed, `${list}docs/\n`)).toEqual([expect.stringContaining("lacks docs/")]);
});

test("a file that is not on the list is reported with both ways out", () => {
  expect(comparePublishedFiles(packed, "README.md\n")).toEqual([
    expect.stringMatching(/contains dist\/index\.mjs.*release pack --update.*packages\/thing\/package\.json/),
  ]);
});

test("a file that is missing is reported", () => {
  expect(comparePublishedFiles(packed, "README.md\nLICENSE\ndist/index.mjs\n")).toEqual([
    expect.stringContaining("lacks LICENSE"),
  ]);
});

test("the changelog is missing only before the first version", () => {
  const list = "CHANGELOG.md\nREADME.md\ndist/index.mjs\n";
  expect(comparePublishedFiles({ ...packed, version: "0.0.0" }, list)).toEqual([]);
  expect(comparePublishedFiles({ ...packed, version: "0.0.0-branch-1a2b3c4" }, list)).toHaveLength(1);
});

test("a package without a list is reported with the command that makes it", () => {
  expect(comparePublishedFiles(packed, undefined)).toEqual([
    expect.stringContaining(publishedFilesList("@np6/thing")),
  ]);
});
