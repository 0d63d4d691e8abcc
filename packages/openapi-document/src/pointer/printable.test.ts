import { expect, test } from "vitest";
import { printable } from "./printable.ts";

test.each([
  ["/a\n::error::injected", "/a\\n::error::injected"],
  ["\r\u2028\u2029\u0085", "\\r\\u2028\\u2029\\u0085"],
  ["\u001b[31mred\u0000", "\\u001b[31mred\\u0000"],
  ["\u202eback\u2066", "\\u202eback\\u2066"],
  ["\ud800", "\\ud800"],
  ["##[set-env]a ##vso[task]b", "#\\u0023[set-env]a #\\u0023vso[task]b"],
  ["Größe 日本 👩‍👧 # ##", "Größe 日本 👩‍👧 # ##"],
])("%j is printed on one line, and steers nothing", (text, printed) => {
  expect(printable(text)).toBe(printed);
  expect(printable(printed)).toBe(printed);
});
