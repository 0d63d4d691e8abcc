import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseRetryAfter } from "../answer/retry-after.ts";
import { assertProperty } from "./assert-property.test-support.ts";

const now = Date.UTC(2026, 10, 23, 12);
const seconds = fc.integer({ min: 0, max: 10 ** 9 });

test("seconds are as many milliseconds", () => {
  assertProperty(seconds, (value) => {
    expect(parseRetryAfter(`${value}`, now)).toBe(value * 1000);
  });
});

test("a date in the future is the time until then, one in the past is none", () => {
  assertProperty(fc.oneof(fc.constant(0), fc.integer({ min: -(10 ** 8), max: 10 ** 8 })), (offset) => {
    const date = new Date(now + offset * 1000).toUTCString();
    expect(parseRetryAfter(date, now)).toBe(offset > 0 ? offset * 1000 : undefined);
  });
});

test("one that was sent twice is none", () => {
  assertProperty(fc.tuple(seconds, seconds), ([one, other]) => {
    expect(parseRetryAfter(`${one}, ${other}`, now)).toBeUndefined();
  });
});

test("whatever comes, the wait is none or a whole number from 0", () => {
  const text = fc.string({ unit: fc.constantFrom(..."0123456789 ,:-+.eExXGMTunSJa\t"), maxLength: 40 });
  assertProperty(fc.oneof(text, fc.string({ unit: "binary" })), (value) => {
    const wait = parseRetryAfter(value, now);
    if (wait !== undefined) expect(Number.isSafeInteger(wait) && wait >= 0).toBe(true);
  });
});
