import { expect, test } from "vitest";
import { checkBasePath, withoutBasePath } from "./base-path.ts";

test.each([
  ["", "/a", "/a"],
  ["/gateway", "/gateway/a?b", "/a?b"],
  ["/gateway", "/gateway", "/"],
  ["/gateway", "/gateway?a", "/?a"],
  ["/gateway", "/gatewayed/a", undefined],
  ["/gateway", "/a", undefined],
  ["/gateway", "*", "*"],
])("below %j, %s is %s", (basePath, target, expected) => {
  expect(withoutBasePath(target, basePath)).toBe(expected);
});

test("a slash at its end is dropped", () => {
  expect(["/", "", "/a/b/"].map(checkBasePath)).toEqual(["", "", "/a/b"]);
});

test.each(["gateway", "http://a/b", "/a b", "/a?b", "/{id}", "//a"])("%s is refused", (basePath) => {
  expect(() => checkBasePath(basePath)).toThrow(`base path "${basePath}" is not valid: use a path such as`);
});
