import { expect, test } from "vitest";
import type { Difference } from "../compare/difference.ts";
import { judgeDifferences } from "./judge-differences.ts";

const property: Difference = {
  fact: "property",
  relation: "curated only",
  vendor: { text: "absent", present: false, pointer: "#/components/schemas/Node#Discriminable" },
  curated: { text: "string", present: true, pointer: "#/components/schemas/Node/properties/next" },
  at: "schema Node: next",
  alsoAt: ["schema WaitNode: next"],
  places: ["GET /things 200 application/json next"],
  grade: "reference",
};
const entry = {
  at: property.at,
  fact: "property",
  vendor: "absent",
  curated: "string",
  reason: "Seen live.",
};

test.each([
  ["curated only", "observed", "known"],
  ["curated only", "assumed", "known"],
  ["curated only", "reference", "drift"],
  ["curated only", undefined, "drift"],
  ["different", "observed", "drift"],
  ["different", "assumed", "drift"],
  ["vendor only", undefined, "drift"],
] as const)("%s and graded %s is %s", (relation, grade, verdict) => {
  expect(judgeDifferences([{ ...property, relation, grade }], []).differences).toEqual([
    { ...property, relation, grade, verdict },
  ]);
});

test("an accepted difference is none that counts, and says why", () => {
  expect(judgeDifferences([property], [entry])).toEqual({
    differences: [{ ...property, verdict: "accepted", reason: "Seen live." }],
    stale: [],
  });
});

test("an entry may name any place of a difference that is found at several", () => {
  const elsewhere = { ...entry, at: "schema WaitNode: next" };
  expect(judgeDifferences([property], [elsewhere]).differences).toMatchObject([{ verdict: "accepted" }]);
});

test.each([
  ["at", "schema Other: next"],
  ["fact", "type"],
  ["vendor", "integer"],
  ["curated", "integer"],
] as const)("an entry with another %s accepts nothing, and is stale", (field, value) => {
  const other = { ...entry, [field]: value };
  const { differences, stale } = judgeDifferences([property], [other]);
  expect(differences).toMatchObject([{ verdict: "drift" }]);
  expect(stale).toEqual([other]);
});
