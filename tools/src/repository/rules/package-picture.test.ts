import { expect, test } from "vitest";
import { packagePicture, withPicture } from "./package-picture.ts";

const workspace = [
  {
    directory: "packages/app",
    manifest: { name: "@np6/app", dependencies: { "@np6/base": "workspace:*", other: "1.0.0" } },
  },
  {
    directory: "packages/base",
    manifest: { name: "@np6/base", devDependencies: { "@np6/spec": "workspace:*" } },
  },
  { directory: "spec", manifest: { name: "@np6/spec" } },
  { directory: "tools", manifest: { name: "@np6/tools", devDependencies: { "@np6/app": "workspace:*" } } },
];

test("has an arrow for each package that another needs, and none of tools", () => {
  expect(packagePicture(workspace)).toBe("```mermaid\ngraph LR\n  app --> base\n  base -.-> spec\n```");
});

test("stands between its marks, and nothing else of the page changes", () => {
  const page = "# A\n<!-- generated: packages and their arrows -->\nold\n<!-- /generated -->\nrest\n";
  expect(withPicture(page, "new")).toBe(page.replace("old", "new"));
  expect(() => withPicture("# A\n", "new")).toThrow("docs/architecture.md needs the lines");
});
