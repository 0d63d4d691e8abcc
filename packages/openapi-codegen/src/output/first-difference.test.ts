import { expect, it } from "vitest";
import { firstDifference } from "./first-difference.ts";

it.each([
  ["a\nb\n", "a\nb\n", undefined],
  ["a\nb\n", "a\nc\n", { line: 2, expected: "b", found: "c" }],
  ["a\nb\n", "a\nb", { line: 3, expected: "", found: undefined }],
  ["a\n", "a\nb\n", { line: 2, expected: "", found: "b" }],
  ["a\nb\n", "a\r\nb\r\n", { line: 1, expected: "a", found: "a\r" }],
])("finds the first line in which %j and %j differ", (expected, found, difference) => {
  expect(firstDifference(expected, found)).toEqual(difference);
});
