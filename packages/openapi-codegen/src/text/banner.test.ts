import { expect, it } from "vitest";
import { banner } from "./banner.ts";

it("cannot be left by a line terminator in the document's title or the command", () => {
  const text = banner({
    command: "one\r\ntwo",
    title: "a\nexport const b = 1;\u2028c\u2029d */",
    version: "1",
  });
  const lines = text.split(/[\n\r\u2028\u2029]/);
  expect(lines.filter((line) => line !== "" && !line.startsWith("// "))).toEqual([]);
  expect(text).toContain("// API: a export const b = 1; c d */ 1\n");
});
