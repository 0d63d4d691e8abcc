import { expect, test } from "vitest";
import { publicEntries } from "./public-entries.ts";

const manifest = { name: "@np6/a", exports: { ".": "./dist/index.mjs", "./package.json": "./package.json" } };

test("every module that a published package exports has a report", () => {
  const exports = {
    ".": { import: { types: "./dist/index.d.mts", default: "./dist/index.mjs" } },
    "./deep/part": "./dist/part.mjs",
    "./package.json": "./package.json",
  };
  expect(publicEntries([{ directory: "packages/a", manifest: { name: "@np6/a", exports } }])).toEqual([
    { directory: "packages/a", declarations: "./dist/index.d.mts", report: "packages/a/api-report.md" },
    {
      directory: "packages/a",
      declarations: "./dist/part.d.mts",
      report: "packages/a/api-report.deep-part.md",
    },
  ]);
});

test("a private package and the generated types have none", () => {
  const packages = [
    { directory: "packages/a", manifest: { ...manifest, private: true } },
    { directory: "packages/api-types", manifest: { ...manifest, name: "@np6/api-types" } },
  ];
  expect(publicEntries(packages)).toEqual([]);
});
