import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { copyJson, type JsonProblem } from "./copy-json.ts";

const refuse = (problem: JsonProblem): never => {
  throw Object.assign(new Error(`${problem.field} ${problem.problem}`), { cause: problem.cause });
};
const copy = (body: unknown) => copyJson(body, refuse);
const thrower = (error: unknown) => () => {
  throw error;
};

describe("a copy", () => {
  const named = JSON.parse('{"__proto__": {"a": 1}}') as object;
  test.each<[string, unknown, unknown]>([
    ["null", null, null],
    ["a text", "a", "a"],
    ["a boolean", true, true],
    ["a number", 1.5, 1.5],
    ["boxed values", [Object("a"), Object(1), Object(false)], ["a", 1, false]],
    ["a list and what is in it", [1, { a: [2] }], [1, { a: [2] }]],
    ["a date", { at: new Date(0) }, { at: "1970-01-01T00:00:00.000Z" }],
    ["what toJSON gives", { a: { toJSON: () => [1] } }, { a: [1] }],
    ["what toJSON makes of null", { a: { toJSON: () => null } }, { a: null }],
    ["one object in two places", (() => ((one) => [one, one])({ a: 1 }))(), [{ a: 1 }, { a: 1 }]],
  ])("has %s", (_name, body, expected) => {
    expect(JSON.parse(JSON.stringify(copy(body)))).toEqual(expected);
  });

  test("leaves out members that are undefined, as if they were not there", () => {
    expect(Object.keys(copy({ a: undefined, b: 1 }) as object)).toEqual(["b"]);
  });

  test("has a member called __proto__ like any other", () => {
    expect(JSON.stringify(copy(named))).toBe('{"__proto__":{"a":1}}');
  });

  test("gives toJSON the member's name, the index, and nothing for the body itself", () => {
    const names: unknown[] = [];
    const value = { toJSON: (name: unknown) => names.push(name) };
    copy({ a: value, list: [0, value] });
    copy(value);
    expect(names).toEqual(["a", "1", ""]);
  });

  test("does not ask a list or an object without a toJSON of its own", () => {
    expect(copy({ toJSON: 1 })).toEqual({ toJSON: 1 });
  });
});

const circle: { again?: unknown } = {};
circle.again = { deep: [circle] };

describe("refused with the field", () => {
  test.each<[unknown, string]>([
    [undefined, "body is undefined"],
    [[undefined], "body[0] is undefined"],
    [{ a: 1n }, "body.a is of the type bigint"],
    [{ a: () => 1 }, "body.a is of the type function"],
    [{ a: Symbol("b") }, "body.a is of the type symbol"],
    [{ a: [Number.NaN] }, "body.a[0] is NaN"],
    [{ a: new Date(Number.NaN) }, "body.a is an invalid Date"],
    [{ a: { toJSON: () => null, valueOf: () => Number.NaN } }, "body.a is an invalid Date"],
    [{ a: runInNewContext("new Date(NaN)") }, "body.a is an invalid Date"],
    [{ a: new Error("b") }, "body.a is of the class Error"],
    [{ a: runInNewContext("new Error('b')") }, "body.a is of the class Error"],
    [{ a: Object.assign(new Uint8Array(1), { toJSON: () => 1 }) }, "body.a is of the class Uint8Array"],
    [{ a: Object(Number.NaN) }, "body.a is NaN"],
    [circle, "body.again.deep[0] refers back to itself"],
  ])("%#: %s", (body, message) => {
    expect(() => copy(body)).toThrow(message);
  });

  test.each<[string, unknown, string]>([
    ["a toJSON", { a: { toJSON: thrower("no") } }, "body.a has a `toJSON` that fails (see `cause`)"],
    [
      "a getter",
      Object.defineProperty({}, "a", { enumerable: true, get: thrower("no") }),
      "body.a cannot be read (see `cause`)",
    ],
    [
      "a look at its kind",
      { a: new Proxy({}, { get: thrower("no") }) },
      "body.a cannot be read (see `cause`)",
    ],
    [
      "a look at its members",
      { a: new Proxy({}, { ownKeys: thrower("no") }) },
      "body.a cannot be read (see `cause`)",
    ],
    [
      "a valueOf",
      { a: { toJSON: () => null, valueOf: thrower("no") } },
      "body.a cannot be read (see `cause`)",
    ],
  ])("%s that throws: with what was thrown", (_name, body, message) => {
    expect(() => copy(body)).toThrow(expect.objectContaining({ message, cause: "no" }));
  });

  test("a RangeError of the caller's own is told with its field, a stack that ends is thrown as it is", () => {
    const own = new RangeError("out of range");
    expect(() => copy({ a: { toJSON: thrower(own) } })).toThrow(
      expect.objectContaining({ message: "body.a has a `toJSON` that fails (see `cause`)", cause: own }),
    );
    const ended = new RangeError("Maximum call stack size exceeded");
    expect(() => copy({ a: { toJSON: thrower(ended) } })).toThrow(ended);
    const named = new Error("Maximum call stack size exceeded");
    expect(() => copy({ a: { toJSON: thrower(named) } })).toThrow(/^body\.a has/);
  });
});

test.each<[string, unknown, string]>([
  ["a bigint", 1n, "body is of the type bigint"],
  ["a function", () => 1, "body is of the type function"],
  ["an invalid date", { at: new Date(Number.NaN) }, "body.at is an invalid Date"],
  ["a boxed NaN", [Object(Number.NaN)], "body[0] is NaN"],
])("%s is refused", (_what, body, message) => {
  expect(() => copy(body)).toThrow(message);
});

test("a bigint with a toJSON is written as JSON.stringify would, and the number it gives", () => {
  Object.assign(BigInt.prototype, { toJSON: () => 7 });
  try {
    expect(copy({ id: 1n })).toEqual({ id: 7 });
  } finally {
    Reflect.deleteProperty(BigInt.prototype, "toJSON");
  }
});

test.each(["My Number", "Number]", "NumberX"])(
  "an object that calls itself %s is copied like any other",
  (name) => {
    expect(copy(Object.defineProperty({ a: 1 }, Symbol.toStringTag, { value: name }))).toEqual({ a: 1 });
  },
);
