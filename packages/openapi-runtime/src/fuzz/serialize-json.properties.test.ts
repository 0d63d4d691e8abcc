import * as fc from "fast-check";
import { expect, test } from "vitest";
import { serializeJson } from "../request/serialize-json.ts";
import { exampleOperation } from "../testing/example-api.test-support.ts";
import { assertProperty } from "./assert-property.test-support.ts";
import { unlessRefused } from "./unless-refused.test-support.ts";

const operation = exampleOperation("createThing");

test("a JSON value is written as JSON.stringify writes it", () => {
  assertProperty(fc.jsonValue(), (value) => {
    expect(serializeJson(value, operation)).toBe(JSON.stringify(value));
  });
});

test("whatever is not refused is written without loss, but for undefined properties", () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withSparseArray: true,
  });
  assertProperty(anything, (value) => {
    const text = unlessRefused(() => serializeJson(value, operation));
    if (text !== undefined) expect(text).toBe(JSON.stringify(value));
  });
});

test("one value that JSON cannot carry is refused, wherever it is", () => {
  const unfit = fc.constantFrom<unknown>(
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1n,
    Symbol("s"),
    () => 1,
    new Map(),
    Promise.resolve(),
    new Error("e"),
    new Uint8Array(1),
    new URLSearchParams(),
    Object(Number.NaN),
    Object.create({ a: 1 }),
  );
  const places = fc.array(fc.constantFrom("array", "object"), { maxLength: 6 });
  assertProperty(fc.tuple(unfit, places), ([value, path]) => {
    const body = path.reduce<unknown>(
      (inner, place) => (place === "array" ? [0, inner] : { a: 0, inner }),
      value,
    );
    expect(unlessRefused(() => serializeJson(body, operation))).toBeUndefined();
  });
});
