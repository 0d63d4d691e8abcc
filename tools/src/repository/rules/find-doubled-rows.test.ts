import { expect, test } from "vitest";
import { findDoubledRows } from "./find-doubled-rows.ts";

const table = (...cells: string[]) =>
  ["| name | |", "| --- | --- |", ...cells.map((cell) => `| ${cell} | a |`)].join("\n");

test("a row that is there twice is reported, with both lines", () => {
  expect(findDoubledRows("page.md", table("`on`", "`off`", "`on`"))).toEqual([
    "page.md:5: the row `on` repeats line 3; keep the correct one.",
  ]);
});

test("tables are looked at one by one, and cells may be empty", () => {
  expect(findDoubledRows("page.md", `${table("`on`", "")}\n\n${table("`on`", "", "")}`)).toEqual([]);
});

test("a line that begins as another is reported", () => {
  const line = "`src/operation-table/` is pure, `src/document/` reads and bundles, ";
  expect(findDoubledRows("page.md", `${line}old.\n\n${line}new.`)).toEqual([
    "page.md:3: the line begins like line 1; keep the correct one.",
  ]);
});

test("code is left alone", () => {
  const code =
    "const np6 = createClient({ apiKey: process.env.NP6_API_KEY, baseUrl: process.env.NP6_BASE_URL });";
  expect(findDoubledRows("page.md", `\`\`\`ts\n${code}\n${code}\n| a |\n| a |\n\`\`\``)).toEqual([]);
});
