import { expect, test } from "vitest";
import { declaredKinds } from "../table/declared-media-types.ts";
import { exampleOperation } from "../testing/example-api.test-support.ts";
import { isOneOf, jsonKind } from "./json-kind.ts";

test.each([
  ["{}", "object"],
  ["[]", "array"],
  ['""', "string"],
  ["1.5", "number"],
  ["1e2", "integer"],
  ["false", "boolean"],
  ["null", "null"],
])("%s is of the kind %s", (json, kind) => {
  expect(jsonKind(JSON.parse(json))).toBe(kind);
});

test.each([
  ["object", "object", true],
  ["object|null", "null", true],
  ["number", "integer", true],
  ["integer", "number", false],
  ["object", "array", false],
  ["array|null", "object", false],
])("of the declared %s, %s is one: %s", (kinds, kind, fits) => {
  expect(isOneOf(kinds, kind)).toBe(fits);
});

test("what an operation declares is found by the status, its class, or default", () => {
  const operation = {
    ...exampleOperation("listThings"),
    responses: { 200: ["application/json"], "4XX": ["application/json"], default: ["application/json"] },
    jsonKinds: { "200 application/json": "array", "4XX application/json": "object" },
  };
  const kinds = (status: number) => declaredKinds(operation, status, "application/json");
  expect([200, 404, 500].map(kinds)).toEqual(["array", "object", undefined]);
  const { jsonKinds: _, ...silent } = operation;
  expect(declaredKinds(silent, 200, "application/json")).toBeUndefined();
});

test("an integer is a number, and nothing else is for its sake", () => {
  expect(isOneOf("number", "integer")).toBe(true);
  expect(isOneOf("null|number", "string")).toBe(false);
  expect(isOneOf("number", "string")).toBe(false);
  expect(isOneOf("integer", "number")).toBe(false);
});
