import { expect, test } from "vitest";
import { createKeyRemover } from "./create-key-remover.ts";

const key = 'se"cret/key+1';

test.each([
  ["as it is", `a ${key} b`],
  ["percent-encoded", `?key=${encodeURIComponent(key)}`],
  ["as JSON text", JSON.stringify({ key })],
])("a key goes %s", (_, text) => {
  const removeKey = createKeyRemover([key]);
  expect(removeKey(text)).toContain("(key-removed)");
  expect(removeKey(text)).not.toMatch(/cret/);
});

test("a key too short to be one tears no holes", () => {
  expect(createKeyRemover(["k"])("a book")).toBe("a book");
});
