import { expect, test } from "vitest";
import { isProduction, measureLines } from "./measure-lines.ts";

test.each([
  "packages/a/src/b.ts",
  "packages/a/vitest.config.ts",
  "packages/a/src/page.tsx",
  "packages/a/src/page.css",
  "tools/run.mjs",
])("%s is production code", (path) => {
  expect(isProduction(path)).toBe(true);
});

test.each([
  "packages/a/src/b.test.ts",
  "packages/a/src/b.slow.test.ts",
  "packages/a/src/b.test-d.ts",
  "packages/a/src/b.test-support.ts",
  "packages/a/src/testing/b.ts",
  "packages/a/src/generated/b.gen.ts",
  "packages/a/README.md",
])("%s is not", (path) => {
  expect(isProduction(path)).toBe(false);
});

test("lines are counted by package, with the widest folder and the longest file", () => {
  const size = measureLines(
    new Map([
      ["packages/a/src/one.ts", "1\n2\n"],
      ["packages/a/src/two.ts", "1\n2\n3"],
      ["packages/a/src/two.test.ts", "1\n2\n3\n4\n"],
      ["tools/run.mjs", "1\n"],
    ]),
  );
  expect([...size.folders]).toEqual([
    ["packages/a", { files: 2, lines: 5 }],
    ["tools", { files: 1, lines: 1 }],
  ]);
  expect(size).toMatchObject({
    files: 3,
    lines: 6,
    widest: { path: "packages/a/src", files: 2 },
    longest: { path: "packages/a/src/two.ts", lines: 3 },
  });
});
