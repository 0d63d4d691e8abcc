import { describe, expect, test } from "vitest";
import { exampleOperation } from "../testing/example-api.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";
import { serializeQuery } from "./serialize-query.ts";

const query = (values: object | undefined) => serializeQuery(exampleOperation("listThings"), values);

describe("a query", () => {
  test("is empty without parameters", () => {
    expect(query(undefined)).toBe("");
    expect(query({ tag: undefined, limit: null })).toBe("");
  });

  test("repeats the name of an array and nests the keys of an object", () => {
    expect(query({ tag: ["a b", "c&d"], limit: 2, of: { x: true } })).toBe(
      "tag=a%20b&tag=c%26d&limit=2&of[x]=true",
    );
  });

  test("writes a list with the separator of the document, which is not encoded; what is in it is", () => {
    const operation = {
      ...exampleOperation("listThings"),
      querySeparators: { tag: ",", space: "%20", pipe: "|" },
    };
    const lists = {
      tag: ["a,b", 1, undefined, null, true],
      space: ["a", "b"],
      pipe: ["a|b", "c"],
      other: [1, 2],
    };
    expect(serializeQuery(operation, lists)).toBe(
      "tag=a%2Cb,1,true&space=a%20b&pipe=a%7Cb|c&other=1&other=2",
    );
    expect(serializeQuery(operation, { tag: [], space: "a b" })).toBe("space=a%20b");
  });

  test("leaves out inherited properties", () => {
    expect(query(Object.create({ limit: 1 }))).toBe("");
  });

  test.each<[string, unknown]>([
    ["is a Date", new Date(0)],
    ["is or contains NaN", Number.NaN],
    ["is or contains Infinity", [1, Number.POSITIVE_INFINITY]],
    ["is or contains a object where a string belongs", { a: { b: 1 } }],
    ["is or contains a function where a string belongs", () => 1],
    ["is or contains a lone surrogate", "\ud800"],
  ])("with a value that %s is refused by name", async (problem, value) => {
    expect((await failureOf(() => query({ since: value }))).message).toContain(
      `query parameter \`since\` ${problem}`,
    );
  });
});

test("what is missing inside a list or an object is written as openapi-fetch writes it, and never as a word", () => {
  expect(query({ tag: ["a", undefined, "b", null] })).toBe("tag=a&&tag=b&");
  expect(query({ of: { x: 1, y: undefined, z: null, last: "e" } })).toBe("of[x]=1&&&of[last]=e");
  expect(query({ tag: undefined, limit: 2, of: null, list: [] })).toBe("limit=2");
});
