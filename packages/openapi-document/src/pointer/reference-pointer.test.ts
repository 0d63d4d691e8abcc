import { expect, test } from "vitest";
import { childPointer, pointerTokens } from "./json-pointer.ts";
import { referencePointer } from "./reference-pointer.ts";
import { referenceTarget } from "./reference-target.ts";

test("a key with slashes and tildes comes back out of a pointer", () => {
  const pointer = childPointer("#/paths", "/a~b/{id}");
  expect(pointer).toBe("#/paths/~1a~0b~1{id}");
  expect(pointerTokens(pointer)).toEqual(["paths", "/a~b/{id}"]);
});

test.each([
  ["#/components/schemas/Node%23Discriminable", "#/components/schemas/Node#Discriminable"],
  ["#/components/schemas/Node#Discriminable", "#/components/schemas/Node#Discriminable"],
  ["#/paths/~1a~1%7Bid%7D/get", "#/paths/~1a~1{id}/get"],
  ["#/components/schemas/100%", "#/components/schemas/100%25"],
  ["other.yaml#/components/schemas/Node", undefined],
])("the $ref %s leads to %s", (reference, pointer) => {
  expect(referencePointer(reference)).toBe(pointer);
});

test("a pointer leads through objects and arrays, and nowhere when a step is missing or inherited", () => {
  const document = { list: [{ a: 1 }], text: "x" };
  expect(referenceTarget(document, "#/list/0/a")).toBe(1);
  expect(referenceTarget(document, "#/list/1/a")).toBeUndefined();
  expect(referenceTarget(document, "#/text/length")).toBeUndefined();
  expect(referenceTarget(document, "#/constructor")).toBeUndefined();
});
