import { expect, test } from "vitest";
import { exampleOperation } from "../testing/example-api.test-support.ts";
import { serializePath } from "./serialize-path.ts";

test("an unknown parameter of an operation that has none says so", () => {
  expect(() => serializePath(exampleOperation("listThings"), { id: 1 })).toThrow("known: none.");
});

test("only an int32 is held to 32 bits", () => {
  const pathParameters = { id: { type: "integer", format: "int64" } };
  const operation = { ...exampleOperation("runThing"), pathParameters };
  expect(serializePath(operation, { id: 2 ** 40 })).toBe("/things/1099511627776/run");
});
