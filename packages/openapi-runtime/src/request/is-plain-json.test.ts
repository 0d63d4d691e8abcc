import { expect, test } from "vitest";
import { isPlainJson } from "./is-plain-json.ts";

/** Nested lists to a depth. */
const nested = (depth: number): unknown => (depth === 0 ? [] : [nested(depth - 1)]);
const nestedObjects = (depth: number): unknown => (depth === 0 ? {} : { a: nestedObjects(depth - 1) });
const withToJson = (value: object): object => Object.assign(value, { toJSON: () => 1 });
const withoutPrototype = Object.assign(Object.create(null), { a: 1 });
class Own {
  a = 1;
}

// Either result leads to the same body, so in other tests only the time would differ.
test.each<[string, unknown]>([
  ["a text", "a"],
  ["a boolean", false],
  ["a number", 1.5],
  ["null", null],
  ["a list", [1, "a", [true, null]]],
  ["an empty list", []],
  ["an object", { a: 1, b: { c: [] } }],
  ["an object without a prototype", withoutPrototype],
  ["an absent member", { a: undefined }],
  ["a valid date", new Date(0)],
  ["a list of 101 levels", nested(100)],
  ["an object of 101 levels", nestedObjects(100)],
])("%s is carried as it is", (_name, value) => {
  expect(isPlainJson(value)).toBe(true);
});

test.each<[string, unknown]>([
  ["undefined", undefined],
  ["a number that is none", Number.NaN],
  ["an infinite number", Number.POSITIVE_INFINITY],
  ["a bigint", 1n],
  ["a function", () => undefined],
  ["a symbol", Symbol("a")],
  ["an absent item", [undefined]],
  // biome-ignore lint/suspicious/noSparseArray: JSON would write null in the hole.
  ["a list with a hole", [1, , 2]],
  ["a list with a further member", Object.assign([1], { extra: 1 })],
  ["a list with a toJSON", withToJson([1])],
  ["an object with a toJSON", withToJson({ a: 1 })],
  ["an object of a class", new Own()],
  ["a Map", new Map()],
  ["a member named by a symbol", { [Symbol("a")]: 1 }],
  ["a member that needs a look", { a: 1, b: { c: [Number.NaN] } }],
  ["an invalid date", new Date(Number.NaN)],
  ["a date with a toJSON of its own", withToJson(new Date(0))],
  ["a list of 102 levels", nested(101)],
  ["an object of 102 levels", nestedObjects(101)],
])("%s needs a closer look", (_name, value) => {
  expect(isPlainJson(value)).toBe(false);
});
