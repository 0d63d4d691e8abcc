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

  test("leaves out inherited properties", () => {
    expect(query(Object.create({ limit: 1 }))).toBe("");
  });

  test.each<[string, unknown]>([
    ["is a Date", new Date(0)],
    ["is or holds NaN", Number.NaN],
    ["is or holds Infinity", [1, Number.POSITIVE_INFINITY]],
    ["is or holds a object where a string belongs", { a: { b: 1 } }],
    ["is or holds a function where a string belongs", () => 1],
    ["is or holds a lone surrogate", "\ud800"],
  ])("with a value that %s is refused by name", async (problem, value) => {
    expect((await failureOf(() => query({ since: value }))).message).toContain(
      `query parameter \`since\` ${problem}`,
    );
  });
});
