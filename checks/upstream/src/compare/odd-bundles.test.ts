import { childPointer, DocumentError } from "@np6/openapi-document";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { edited, fixture, fixtureText } from "../fixtures.test-support.ts";
import { parseDocument } from "../source/parse-document.ts";
import { compareDocuments } from "./compare-documents.ts";

/** Unexpected values; every third member of the bundle is replaced by one of them in turn. */
const oddities: readonly unknown[] = [
  ...[null, true, 5, "text", [], {}, [null]],
  ...[{ $ref: "#/components/schemas/Workflow" }, { $ref: "#/paths" }, { $ref: 5 }, { $ref: "#/nowhere" }],
  ...[{ oneOf: [null, {}] }, { oneOf: [] }, { enum: [] }, { type: [] }, { discriminator: {} }],
  { allOf: [{ $ref: "#/components/schemas/Node#Discriminable" }] },
  { discriminator: { propertyName: "type", mapping: { odd: 5 } } },
];

function memberPointers(value: unknown, pointer = "#"): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const at = childPointer(pointer, key);
    return [at, ...memberPointers(member, at)];
  });
}

test("whatever stands in the vendor's bundle, there is a comparison or a message for people", () => {
  const bundle = parse(fixtureText("vendor-bundle.yaml"));
  const curated = fixture("curated.yaml");
  const pointers = memberPointers(bundle).filter((_pointer, index) => index % 3 === 0);
  expect(pointers.length).toBeGreaterThan(100);
  let compared = 0;
  for (const [index, pointer] of pointers.entries()) {
    const text = JSON.stringify(edited(bundle, [[pointer, oddities[index % oddities.length]]]));
    try {
      compareDocuments({ vendor: parseDocument(text, "bundle"), curated });
      compared++;
    } catch (error) {
      if (!(error instanceof DocumentError)) throw new Error(`at ${pointer}`, { cause: error });
    }
  }
  // Most changes must not stop the comparison.
  expect(compared).toBeGreaterThan(pointers.length * 0.9);
});
