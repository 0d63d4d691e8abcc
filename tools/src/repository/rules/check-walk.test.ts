import { expect, test } from "vitest";
import { checkWalk } from "./check-walk.ts";

const page = (files: readonly string[]) =>
  `# A\n\n## A call\n\n${files.map((file, index) => `${index + 1}. \`${file}\` does it.\n`).join("")}\n## Next\n1. \`gone.ts\`\n`;

test("files that are there, and no more than seventeen, are fine", () => {
  expect(checkWalk(page(["a.ts", "b.ts"]), "## A call", (file) => file !== "gone.ts")).toEqual([]);
});

test.each<[string, string, (file: string) => boolean, string]>([
  ["a file that is gone", page(["a.ts", "gone.ts"]), (file) => file !== "gone.ts", "names gone.ts"],
  ["eighteen files", page(Array(18).fill("a.ts")), () => true, "has 18 files, more than 17"],
  ["a page without the walk", "# A\n", () => true, 'no walk under "## A call"'],
])("%s is reported", (_name, text, hasFile, problem) => {
  expect(checkWalk(text, "## A call", hasFile)).toEqual([expect.stringContaining(problem)]);
});
