import { expect, test } from "vitest";
import { originForm } from "./origin-form.ts";

test.each([
  ["/a?b", "/a?b"],
  ["*", "*"],
  ["http://example.com/a?b=http://c/d", "/a?b=http://c/d"],
  ["HTTP://EXAMPLE.com:80", "/"],
  ["https://example.com?a", "/?a"],
  ["/http://example.com/a", "/http://example.com/a"],
  ["//example.com/a", "//example.com/a"],
])("%s is %s", (target, expected) => {
  expect(originForm(target)).toBe(expected);
});
