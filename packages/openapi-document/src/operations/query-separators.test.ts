import { expect, test } from "vitest";
import { createOperationTable } from "../table/create-operation-table.ts";

function separatorsOf(...parameters: readonly object[]): unknown {
  const get = {
    operationId: "list",
    parameters: parameters.map((parameter) => ({ in: "query", schema: { type: "array" }, ...parameter })),
    responses: {},
  };
  const document = { openapi: "3.1.0", info: { title: "A", version: "1" }, paths: { "/a": { get } } };
  return createOperationTable(document).table.operations.list?.querySeparators;
}

test("lists that are one parameter have a separator", () => {
  const styles = ["form", "spaceDelimited", "pipeDelimited"] as const;
  expect(separatorsOf(...styles.map((style) => ({ name: style, style, explode: false })))).toEqual({
    form: ",",
    spaceDelimited: "%20",
    pipeDelimited: "|",
  });
});

test("a style without `explode` has its own default", () => {
  expect(
    separatorsOf({ name: "a", style: "pipeDelimited" }, { name: "b", style: "form" }, { name: "c" }),
  ).toEqual({
    a: "|",
  });
});

test.each([
  ["a parameter for each element", { name: "a", explode: true }],
  ["a deep object", { name: "a", style: "deepObject", explode: false }],
  ["a header", { name: "a", in: "header", explode: false, style: "simple" }],
])("%s has none, and the table no entry", (_name, parameter) => {
  expect(separatorsOf(parameter)).toBeUndefined();
});
