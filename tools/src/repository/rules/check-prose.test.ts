import { expect, test } from "vitest";
import { checkProse } from "./check-prose.ts";

const long = "word ".repeat(25).trim();

test.each([
  ["a long line", long, /^page\.md:1: the line has 124 characters, more than 120; wrap it\.$/],
  ["a long cell", `| a | ${long} |`, /^page\.md:1: a table cell has 25 words, more than 20;/],
  [
    "a private word",
    "The thief counts.",
    /^page\.md:1: "thief" has a private meaning; write "server of another origin"\.$/,
  ],
])("%s is reported", (_name, text, message) => {
  expect(checkProse("page.md", text)).toEqual([expect.stringMatching(message)]);
});

test.each([
  ["code", `\`\`\`sh\n${long}\n\`\`\``],
  ["a row of short cells", `| ${"a b c d e f | ".repeat(20)}`],
  ["a link that cannot be broken", `- [here](https://example.com/${"a".repeat(120)})`],
  ["a private word that is code", "`startThief()` and `thief`"],
])("%s is fine", (_name, text) => {
  expect(checkProse("page.md", text)).toEqual([]);
});
