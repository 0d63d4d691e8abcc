import { expect, test } from "vitest";
import { fixture } from "../fixtures.test-support.ts";
import { compareDocuments } from "./compare-documents.ts";

const deletion = "#/paths/~1scripting~1workflows~1{workflowId}/delete/responses";
const references = {
  direct: { $ref: "#/components/responses/Refused" },
  lost: { $ref: "#/components/responses/Lost" },
  outside: { $ref: "other.yaml#/Refused" },
  circle: { $ref: "#/components/responses/circle" },
};

/** Compares the bundle with one of these references as the error response of its deletion. */
function compared(name: keyof typeof references) {
  const vendor = fixture("vendor-bundle.yaml", [
    ["#/components/responses", { Refused: { description: "Why not." }, circle: references.circle }],
    [`${deletion}/404`, references[name]],
  ]);
  return compareDocuments({ vendor, curated: fixture("curated.yaml") }).differences;
}

test("an object behind a $ref is found with the place where it is written", () => {
  expect(compared("direct")).toContainEqual(
    expect.objectContaining({
      fact: "status",
      vendor: { text: "404", present: true, pointer: "#/components/responses/Refused" },
    }),
  );
});

test.each(["lost", "outside", "circle"] as const)(
  "a $ref that is %s is bad input, with its place",
  (name) => {
    expect(() => compared(name)).toThrow(
      /^In the vendor's document: #\/\S+: \$ref ".*" (points at nothing|does not point into this document|leads back to itself)/,
    );
  },
);
