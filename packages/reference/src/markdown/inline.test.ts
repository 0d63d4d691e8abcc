import { expect, test } from "vitest";
import { code, plain, table } from "./inline.ts";

test("code keeps the backticks that are in it", () => {
  expect(code("a")).toBe("`a`");
  expect(code("`a``")).toBe("``` `a`` ```");
});

test("a name stays a name", () => {
  expect(plain("<a>_b_|[c]")).toBe("\\<a\\>\\_b\\_\\|\\[c\\]");
});

test("a cell holds bars and line ends without ending", () => {
  expect(table(["a"], [["`x | y`\nand \\| more"]])).toBe("| a |\n| --- |\n| `x \\| y` and \\| more |");
});
