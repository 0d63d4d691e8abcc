import { expect, test } from "vitest";
import { locateObject } from "./located-object.ts";

const document = {
  responses: {
    direct: { $ref: "#/components/responses/Refused" },
    lost: { $ref: "#/components/responses/Lost" },
    outside: { $ref: "other.yaml#/Refused" },
    circle: { $ref: "#/responses/circle" },
  },
  components: { responses: { Refused: { description: "Why not." } } },
};

test("an object behind a $ref is found with the place where it is written", () => {
  expect(locateObject(document, "#/responses/direct")).toEqual({
    value: { description: "Why not." },
    pointer: "#/components/responses/Refused",
  });
});

test.each(["lost", "outside", "circle"])("a $ref that is %s is bad input, with its place", (name) => {
  expect(() => locateObject(document, `#/responses/${name}`)).toThrow(
    /^#\/responses\/\w+: \$ref ".*" leads nowhere/,
  );
});
