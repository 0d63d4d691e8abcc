import { createOperationTable } from "@np6/openapi-document";
import { expect, it } from "vitest";
import { documentOf } from "../testing/load-validators.test-support.ts";
import { renderValidators } from "./render-validators.ts";
import { stableNames } from "./stable-names.ts";

const linesOf = (properties: Readonly<Record<string, unknown>>, components = {}): string[] => {
  const document = documentOf({ it: { type: "object", properties } }, components);
  return renderValidators(document, createOperationTable(document).table).source.split("\n");
};

/** Lists the lines of `before` that `after` does not contain in the same order. */
function movedLines(before: readonly string[], after: readonly string[]): string[] {
  let at = 0;
  return before.filter((line) => {
    const found = after.indexOf(line, at);
    if (found === -1) return true;
    at = found + 1;
    return false;
  });
}

const list = { type: "array", uniqueItems: true, items: { type: "string", maxLength: 3, pattern: "^a" } };
const union = {
  oneOf: [
    { type: "integer", maximum: 3 },
    { type: "object", properties: { deep: list } },
  ],
};
const before = { list, union, last: { type: "string", format: "date", enum: ["a", "b"] } };

it.each<[string, Readonly<Record<string, unknown>>]>([
  ["text", { added: { type: "string", minLength: 2, pattern: "^b", format: "uuid" } }],
  ["list", { added: { type: "array", items: { type: "array", items: { type: "number" } } } }],
  [
    "union",
    {
      added: {
        anyOf: [
          { type: "string", pattern: "^c" },
          { type: "number", not: { const: 4 } },
        ],
      },
    },
  ],
  ["reference", { added: { $ref: "#/components/schemas/Part" } }],
])("an added field with a %s moves no line of the others, wherever it stands", (_kind, added) => {
  const components = { Part: { type: "object", properties: { size: { type: "integer" } } } };
  const lines = linesOf(before);
  expect(movedLines(lines, linesOf({ ...added, ...before }, components))).toEqual([]);
  expect(movedLines(lines, linesOf({ ...before, ...added }, components))).toEqual([]);
});

it("does not take a name that an inner function line still sees, nor one that `var` declares", () => {
  const lines = [
    "function validateA(data){",
    "let data3 = data.a;",
    "if(data3){",
    "let data7 = data3.b;",
    "use(data3, data7, data.data7);",
    "}",
    "let data9 = data.c;",
    "var valid2 = data9;",
    "let valid5 = valid2;",
    "}",
  ];
  expect(stableNames(lines)).toEqual([
    "function validateA(data){",
    "let data0 = data.a;",
    "if(data0){",
    "let data1 = data0.b;",
    "use(data0, data1, data.data7);",
    "}",
    "let data1 = data.c;",
    "var valid2 = data1;",
    "let valid5 = valid2;",
    "}",
  ]);
});

it("writes a constant of one value once", () => {
  const lines = [
    "const pattern1 = /a/;",
    "const pattern2 = /a/;",
    "function validateA(data){",
    "pattern2.test(data)",
    "}",
  ];
  const [constant = "", ...rest] = stableNames(lines);
  expect(constant).toMatch(/^const pattern_[0-9a-f]{8} = \/a\/;$/);
  expect(rest[1]).toBe(`${constant.split(" ")[1]}.test(data)`);
  expect(rest).toHaveLength(3);
});
