import { expect, test } from "vitest";
import { checkSentences } from "./check-sentences.ts";
import { readComments } from "./read-comments.ts";

const code = `/** One line. */
const one = 1; // not this
/**
 * Two
 * lines.
 * @param name of something
 */
  // A reason.
two();`;

test("the comments of a file stand in their lines, without marks", () => {
  expect(readComments(code).split("\n")).toEqual([
    "One line.",
    "",
    "",
    "Two",
    "lines.",
    "- @param name of something",
    "",
    "A reason.",
    "",
  ]);
});

test("a long sentence in a comment is reported", () => {
  const long = `${"word ".repeat(13)}\n * ${"word ".repeat(13)}`;
  expect(checkSentences("a.ts", readComments(`const a = 1;\n/**\n * ${long}\n */`))).toEqual([
    'a.ts:3: the sentence "word word word word word word …" has 26 words, more than 25; split it.',
  ]);
});
