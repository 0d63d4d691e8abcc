import * as fc from "fast-check";
import { expect, test } from "vitest";
import { defaultCallSettings } from "../options/call-settings.ts";
import { retryDelay } from "../sending/retry-delay.ts";
import { assertProperty } from "./assert-property.test-support.ts";

const milliseconds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const input = fc.record({
  attempts: fc.integer({ min: 1, max: 10 }),
  retryAfterMs: fc.option(fc.oneof(milliseconds, fc.maxSafeInteger().map(Math.abs)), { nil: undefined }),
  remainingMs: fc.double({ min: -1000, max: 2 ** 31, noNaN: true }),
  random: fc.double({ min: 0, max: 1, noNaN: true }),
  baseDelayMs: milliseconds,
  maxDelayMs: milliseconds,
});

test("a wait ends before the deadline, is one that a timer takes, and is no shorter than asked", () => {
  assertProperty(input, ({ baseDelayMs, maxDelayMs, ...rest }) => {
    const delay = retryDelay(rest, { ...defaultCallSettings.retry, baseDelayMs, maxDelayMs });
    if (delay === undefined) return;
    expect(delay).toBeLessThan(rest.remainingMs);
    expect(delay).toBeLessThan(2 ** 31);
    expect(delay).toBeGreaterThanOrEqual(rest.retryAfterMs ?? 0);
    expect(delay).toBeLessThanOrEqual(Math.max(maxDelayMs, (rest.retryAfterMs ?? 0) + 1));
    expect(rest.retryAfterMs ?? 0).toBeLessThanOrEqual(60_000);
  });
});

test("there is no wait only when it would outlast the deadline, or 60 seconds", () => {
  assertProperty(input, ({ baseDelayMs, maxDelayMs, ...rest }) => {
    const delay = retryDelay(rest, { ...defaultCallSettings.retry, baseDelayMs, maxDelayMs });
    if (delay !== undefined) return;
    const longest = Math.max(maxDelayMs, (rest.retryAfterMs ?? 0) + 1);
    expect((rest.retryAfterMs ?? 0) > 60_000 || longest >= rest.remainingMs).toBe(true);
  });
});
