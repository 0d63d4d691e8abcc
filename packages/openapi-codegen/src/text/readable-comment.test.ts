import { expect, it } from "vitest";
import { readableComment } from "./readable-comment.ts";

it.each([
  ["a description is plain text", "* @description The id ", "* The id "],
  [
    "a description stands before a tag, which it would else belong to",
    "*\n * @deprecated\n * @description The flow\n ",
    "*\n * The flow\n * @deprecated\n ",
  ],
  [
    "a summary and a description are two paragraphs, and the format comes last",
    "*\n * Duplicate\n * Format: int32\n * @description Makes a copy.\n *\n *     No body.\n ",
    "*\n * Duplicate\n *\n * Makes a copy.\n *\n * No body.\n *\n * Format: int32\n ",
  ],
  [
    "further lines lose the indentation that Markdown shows as code",
    "*\n * @description One\n *     two\n ",
    "*\n * One\n * two\n ",
  ],
  ["what the type says anyway is left out", "*\n * @constant\n * @enum {string}\n ", ""],
  ["another tag stays", "* @default 1 ", "* @default 1 "],
  [
    "the lines of an example stay with it",
    '*\n * @description A thing\n * @example {\n *       "a": 1\n *     }\n ',
    '*\n * A thing\n * @example {\n *   "a": 1\n * }\n ',
  ],
])("%s", (_, comment, expected) => {
  expect(readableComment(comment)).toBe(expected);
});
