import { expect, test } from "vitest";
import { writeInlineLiteral, writeLiteral } from "./write-literal.ts";

test("keys are quoted only where they must be, and text that looks like a key stays text", () => {
  const value = { id: 1, "x-y": [true, null], text: 'a\n"b": c' };
  expect(writeLiteral(value, 2)).toBe(
    '{\n    id: 1,\n    "x-y": [\n      true,\n      null\n    ],\n    text: "a\\n\\"b\\": c"\n  }',
  );
});

test("a short value stands on one line", () => {
  expect(writeInlineLiteral({ id: 7, "dry run": true })).toBe('{ id: 7, "dry run": true }');
});
