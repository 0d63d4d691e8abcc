import { expect, test } from "vitest";
import { childPointer, pointerTokens } from "./json-pointer.ts";

test.each(["a", "a/b", "~1", "%2F", "%", "a%25b~0/", "", "é", "__proto__"])(
  "what a pointer is made of can be read from it: %s",
  (key) => {
    expect(pointerTokens(childPointer("#/paths", key))).toEqual(["paths", key]);
  },
);

test("percent escapes of a $ref are undone, and a lone percent sign is itself", () => {
  expect(pointerTokens("#/a%20b/50%")).toEqual(["a b", "50%"]);
});
