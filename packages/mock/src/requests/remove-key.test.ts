import { expect, test } from "vitest";
import { removeKey } from "./remove-key.ts";

const key = 'se"cret/key+1';

test.each([
  ["as it is", `a ${key} b`],
  ["percent-encoded", `?key=${encodeURIComponent(key)}`],
  ["as JSON text", JSON.stringify({ key })],
])("a key goes %s", (_, text) => {
  expect(removeKey(text, [key])).toContain("(key-removed)");
  expect(removeKey(text, [key])).not.toMatch(/cret/);
});

test("a key too short to be one tears no holes", () => {
  expect(removeKey("a book", ["k"])).toBe("a book");
});
