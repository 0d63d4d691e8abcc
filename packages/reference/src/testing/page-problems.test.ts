import { expect, test } from "vitest";
import { pageProblems } from "./page-problems.test-support.ts";

const other = "# Other\n\n## Part {#part}\n";
const problemsOf = (markdown: string) =>
  pageProblems(
    new Map([
      ["a.md", markdown],
      ["b.md", other],
    ]),
  );

test("pages that lead to each other have no problems", () => {
  expect(
    problemsOf("[b](b.md) [part](b.md#part) [out](https://example.com)\n\n```ts\nundefined\n```"),
  ).toEqual([]);
});

test.each([
  ["[c](c.md)", "which is no page"],
  ["[b](b.md#nowhere)", "not on that page"],
  ["[here](#nowhere)", "not on that page"],
  ["## One {#a}\n\n## Two {#a}", 'the id "a"'],
  ["| undefined |\n\nundefined", 'says "undefined"'],
  ["[object Object]", 'says "[object Object]"'],
])("%j is reported", (markdown, problem) => {
  expect(problemsOf(markdown)).toContainEqual(expect.stringContaining(problem));
});
