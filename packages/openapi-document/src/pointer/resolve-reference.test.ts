import { expect, test } from "vitest";
import { resolveReference } from "./resolve-reference.ts";

const document = {
  components: {
    "a/b": { found: true },
    chain: { $ref: "#/components/a~1b" },
    loop: { $ref: "#/components/loop" },
  },
};

test("a $ref is followed, through escapes and further $refs", () => {
  expect(resolveReference(document, { $ref: "#/components/chain" })).toEqual({ found: true });
});

test("what has no $ref comes back as it is, and what is no object as an empty one", () => {
  expect(resolveReference(document, { plain: 1 })).toEqual({ plain: 1 });
  expect(resolveReference(document, undefined)).toEqual({});
});

test.each(["#/components/missing", "other.yaml#/x", "#/components/loop"])(
  "$ref %j is refused by name",
  ($ref) => {
    expect(() => resolveReference(document, { $ref })).toThrow(`"${$ref}"`);
  },
);
