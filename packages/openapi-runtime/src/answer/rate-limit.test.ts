import { expect, test } from "vitest";
import { readRateLimit } from "./answer-headers.ts";

/** Header names, as an operation table lists them. */
const names = {
  rateLimit: {
    limit: "x-ratelimit-limit",
    remaining: "x-ratelimit-remaining",
    reset: "x-ratelimit-reset",
  },
};

const asSent = (value: string | null) => value ?? undefined;

test("the rate limit is read as it was sent, without a guess at its unit", () => {
  const headers = new Headers({
    "X-RateLimit-Limit": "10",
    "x-ratelimit-remaining": "0",
    "X-RATELIMIT-RESET": "Tue",
  });
  expect(readRateLimit(headers, names, asSent)).toEqual({ limit: "10", remaining: "0", reset: "Tue" });
});

test("a part of it is a rate limit too", () => {
  const headers = new Headers({ "X-RateLimit-Remaining": "3" });
  expect(readRateLimit(headers, names, asSent)).toEqual({
    limit: undefined,
    remaining: "3",
    reset: undefined,
  });
});

test("an answer without one has none", () => {
  expect(readRateLimit(new Headers({ "x-request-id": "r" }), names, asSent)).toBeUndefined();
});

test("the key is taken out of every value", () => {
  const headers = new Headers({
    "X-RateLimit-Limit": "k1",
    "X-RateLimit-Remaining": "k2",
    "X-RateLimit-Reset": "k3",
  });
  const clean = (value: string | null) => value?.replace("k", "-");
  expect(readRateLimit(headers, names, clean)).toEqual({ limit: "-1", remaining: "-2", reset: "-3" });
});

test("a hook that is shown it cannot change what the failure says later", () => {
  const rateLimit = readRateLimit(new Headers({ "X-RateLimit-Limit": "1" }), names, asSent);
  expect(Object.isFrozen(rateLimit)).toBe(true);
});

test("of an API that describes no such headers, none is read", () => {
  const headers = new Headers({ "X-RateLimit-Limit": "1" });
  expect(readRateLimit(headers, {}, asSent)).toBeUndefined();
  expect(readRateLimit(headers, { rateLimit: { reset: "x-reset" } }, asSent)).toBeUndefined();
});
