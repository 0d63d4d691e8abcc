import { expect, test } from "vitest";
import { markdownSection } from "./markdown-section.ts";

const page = "# Page\n\n## One\n\nfirst\n\n### Part\n\n## Two\n\nsecond\n";

test("a section goes up to the next heading of its level", () => {
  expect(markdownSection("page.md", page, "One")).toBe("first\n\n### Part");
  expect(markdownSection("page.md", page, "Two")).toBe("second");
});

test("a section that is missing is named, with the page and those that are there", () => {
  expect(() => markdownSection("page.md", page, "Three")).toThrow(
    /page\.md has no section "## Three".*It has: "One", "Two"/,
  );
});
