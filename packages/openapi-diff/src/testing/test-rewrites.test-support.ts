import { effectiveOperations, factDifferences, type JsonObject } from "@np6/openapi-document";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffDocuments } from "../diff-documents.ts";
import { all, type Edit, remove, set } from "./edits.test-support.ts";
import { namingRewrites, type Rewrite, rewrites } from "./rewrites.test-support.ts";
import { shopDocument } from "./shop-document.test-support.ts";

const seed = Number(process.env.NP6_FUZZ_SEED ?? 20_261_128);

/** Makes sequences of rewrites, each with a number that chooses its place. */
const steps = (of: Readonly<Record<string, Rewrite>>) =>
  fc.array(fc.tuple(fc.constantFrom(...Object.keys(of)), fc.nat()), { minLength: 1, maxLength: 12 });

function rewritten(document: JsonObject, made: readonly (readonly [string, number])[]): JsonObject {
  const copy = structuredClone(document);
  for (const [name, number] of made) {
    const rewrite = rewrites[name] ?? namingRewrites[name];
    rewrite?.(copy, (count) => (count === 0 ? 0 : number % count));
  }
  return copy;
}

const small = { type: "string" };
const edits: Readonly<Record<string, Edit>> = {
  "a property is gone": remove("#/components/schemas/OrderResult/properties/message"),
  "a property is new": set("#/components/schemas/NewOrder/properties/coupon", JSON.stringify(small)),
  "a property has to be given": set("#/components/schemas/NewOrder/required", "[customer, note]"),
  "a value is gone": set("#/components/schemas/Order/properties/state/enum", "[draft]"),
  "another type": set("#/components/schemas/Part/properties/article/type", "integer"),
  "a tighter limit": set("#/components/schemas/NewOrder/properties/parts/maxItems", "20"),
  "null is possible": set("#/components/schemas/Problem/properties/title/type", "[string, 'null']"),
  "a variant has lost a property": remove("#/components/schemas/Shipped/properties/carrier"),
  "another default": set("#/components/schemas/NewOrder/properties/priority/default", "high"),
  "a parameter is gone": remove("#/paths/~1orders~1{id}/get/parameters/0"),
  "a header is gone": remove("#/paths/~1orders/post/responses/201/headers/x-request-id"),
  "an operation is gone": remove("#/paths/~1orders~1{id}/put"),
  "another server": set("#/servers/0/url", "https://eu.example.com"),
  "a refusal is gone": remove("#/paths/~1orders/post/responses/409"),
  "a body has to be given": set("#/paths/~1notes/post/requestBody/required", "true"),
  "security is another": set("#/paths/~1notes/post/security", "[{ token: [] }]"),
  "two at once": all(
    remove("#/components/schemas/Problem/properties/code"),
    set("#/components/schemas/Order/required", "[id, name]"),
  ),
};

/** Lists changes without their pointers, which a rewrite moves. */
const told = (document: JsonObject) =>
  diffDocuments(shopDocument(), document)
    .changes.filter(({ bump }) => bump !== "patch")
    .map(({ pointer: _, ...change }) => JSON.stringify(change))
    .sort();

/** Lists the differences between two documents before they are judged. */
function facts(left: JsonObject, right: JsonObject): string[] {
  const read = (document: JsonObject) => effectiveOperations(document, "paths");
  const operations = { left: read(left), right: read(right) };
  return factDifferences({ left, right }, operations, new Set()).map(
    ({ left: one, right: other, place }) => `${place} ${other.fact}: ${one.text} | ${other.text}`,
  );
}

/** @param usualRuns number of documents; `NP6_FUZZ_RUNS` overrides it */
export function testRewrites(usualRuns: number): void {
  const numRuns = Number(process.env.NP6_FUZZ_RUNS ?? usualRuns);
  describe(`a document that says the same in another way (NP6_FUZZ_RUNS=${numRuns} NP6_FUZZ_SEED=${seed})`, () => {
    it("deserves none or patch, in both directions", () => {
      fc.assert(
        fc.property(steps({ ...rewrites, ...namingRewrites }), (made) => {
          const [old, now] = [shopDocument(), rewritten(shopDocument(), made)];
          const changes = [...diffDocuments(old, now).changes, ...diffDocuments(now, old).changes];
          expect(changes.filter(({ bump }) => bump !== "patch")).toEqual([]);
        }),
        { numRuns, seed },
      );
    }, 600_000);

    it("says the same facts, which the upstream watch compares", () => {
      fc.assert(
        fc.property(steps({ ...rewrites, ...namingRewrites }), (made) => {
          expect(facts(shopDocument(), rewritten(shopDocument(), made))).toEqual([]);
        }),
        { numRuns, seed },
      );
    }, 600_000);

    it.each(Object.entries(edits))("says other facts after an edit: %s", (_, edit) => {
      const edited = shopDocument();
      edit(edited);
      expect(facts(shopDocument(), edited)).not.toEqual([]);
    });

    it.each(Object.entries(edits))(
      "has exactly the changes of an edit that is made besides: %s",
      (_, edit) => {
        const edited = shopDocument();
        edit(edited);
        const alone = told(edited);
        expect(alone).not.toEqual([]);
        fc.assert(
          fc.property(steps(rewrites), (made) => {
            expect(told(rewritten(edited, made))).toEqual(alone);
          }),
          { numRuns: Math.ceil(numRuns / 10), seed },
        );
      },
      600_000,
    );
  });
}
