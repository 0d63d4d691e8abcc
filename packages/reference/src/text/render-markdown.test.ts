import { expect, test } from "vitest";
import { renderMarkdown } from "./render-markdown.ts";

test("HTML in a text is shown, not taken for HTML", () => {
  expect(renderMarkdown("<script>alert(1)</script>")).toContain("&lt;script&gt;");
});

test("an image is no image", () => {
  expect(renderMarkdown("![logo](https://example.com/logo.svg)")).not.toContain("<img");
});

test("a link to another file of the repository becomes text, others stay", () => {
  expect(renderMarkdown("see [retries](retries.md), [here](#x) and [there](https://example.com)")).toBe(
    '<p>see retries, <a href="#x">here</a> and <a href="https://example.com">there</a></p>\n',
  );
});

test("a table has no style attributes", () => {
  const table = renderMarkdown("| a | b |\n| --- | ---: |\n| 1 | 2 |\n");
  expect(table).toContain("<td>2</td>");
  expect(table).not.toContain("style");
});
