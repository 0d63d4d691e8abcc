import { expect, test } from "vitest";
import { toAsciiJson } from "./to-ascii-json.ts";

test("the result is ASCII and still the same JSON", () => {
  const value = ["é", "日本", "🙂", "\u0085", "plain"];
  const ascii = toAsciiJson(JSON.stringify(value));
  expect(ascii).toMatch(/^[\x20-\x7e]*$/);
  expect(JSON.parse(ascii)).toEqual(value);
});
