import { expect, test } from "vitest";
import { changelogSection } from "./changelog-section.ts";

const changelog = "# @np6/api-client\n\n## 1.10.0\n\n### Minor Changes\n\n- Ten.\n\n## 1.1.0\n\n- One.\n";

test("a version's section is found by the whole version, and has no heading", () => {
  expect(changelogSection(changelog, "1.10.0")).toBe("### Minor Changes\n\n- Ten.");
  expect(changelogSection(changelog, "1.1.0")).toBe("- One.");
});

test("a version that the changelog does not have has none", () => {
  expect(changelogSection(changelog, "1.1")).toBeUndefined();
  expect(changelogSection("", "1.1.0")).toBeUndefined();
});
