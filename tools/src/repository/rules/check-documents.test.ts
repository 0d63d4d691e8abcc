import { expect, test } from "vitest";
import { checkDocuments } from "./check-documents.ts";

const packages = [
  {
    directory: "tools",
    manifest: { name: "@np6/tools", dependencies: { execa: "1.0.0", "@np6/a": "1.0.0" } },
  },
];

test("a README and a reason for each dependency are enough", () => {
  expect(checkDocuments(packages, () => true, "| `execa` | child processes |")).toEqual([]);
});

test("a folder without README is reported", () => {
  expect(checkDocuments(packages, () => false, "`execa`")).toEqual([
    expect.stringContaining("tools/README.md"),
  ]);
});

test("a dependency without a reason is reported, also when its name is part of another", () => {
  expect(checkDocuments(packages, () => true, "`execa-plus`")).toEqual([expect.stringContaining("`execa`")]);
});
