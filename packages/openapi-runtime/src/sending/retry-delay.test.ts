import { describe, expect, test } from "vitest";
import { defaultCallSettings } from "../options/call-settings.ts";
import { type RetryDelayInput, retryDelay } from "./retry-delay.ts";

const { retry } = defaultCallSettings;
const input: RetryDelayInput = { attempts: 1, retryAfterMs: undefined, remainingMs: 120_000, random: 1 };

describe("the wait before the next attempt", () => {
  test.each([
    [1, 250],
    [2, 500],
    [3, 1_000],
    [5, 4_000],
    [6, 8_000],
    [7, 8_000],
    [10, 8_000],
  ])("after attempt %i is at most %i ms", (attempts, most) => {
    expect(retryDelay({ ...input, attempts }, retry)).toBe(most);
  });

  test.each([
    [0, 0],
    [0.5, 125],
    [0.001, 1],
    [0.999, 250],
  ])("spreads over all of it: %d of the way is %i ms", (random, delay) => {
    expect(retryDelay({ ...input, random }, retry)).toBe(delay);
  });

  test("follows the settings", () => {
    const settings = { ...retry, baseDelayMs: 10, maxDelayMs: 15 };
    expect(retryDelay(input, settings)).toBe(10);
    expect(retryDelay({ ...input, attempts: 2 }, settings)).toBe(15);
    expect(retryDelay(input, { ...retry, baseDelayMs: 0 })).toBe(0);
  });

  test("stays finite after very many attempts", () => {
    expect(retryDelay({ ...input, attempts: 5_000 }, retry)).toBe(8_000);
  });
});

describe("a server that says when", () => {
  test("is never asked earlier: a timer may fire a fraction of a millisecond before its time", () => {
    expect(retryDelay({ ...input, retryAfterMs: 1_000 }, retry)).toBe(1_001);
    expect(retryDelay({ ...input, retryAfterMs: 1_000, random: 0 }, retry)).toBe(1_001);
  });

  test("is asked later when the backoff is longer", () => {
    expect(retryDelay({ ...input, attempts: 6, retryAfterMs: 1_000 }, retry)).toBe(8_000);
  });

  test("and says at once is backed off from all the same", () => {
    expect(retryDelay({ ...input, retryAfterMs: 0 }, retry)).toBe(250);
    expect(retryDelay({ ...input, retryAfterMs: 0, random: 0 }, retry)).toBe(0);
  });

  test("is waited for up to 60 seconds, and beyond not at all", () => {
    expect(retryDelay({ ...input, retryAfterMs: 60_000 }, retry)).toBe(60_001);
    expect(retryDelay({ ...input, retryAfterMs: 60_001 }, retry)).toBeUndefined();
  });

  test("is not waited for beyond what a timer takes, however long the deadline is", () => {
    const remainingMs = 2 ** 31 - 1;
    for (const retryAfterMs of [2 ** 31, Number.MAX_SAFE_INTEGER]) {
      expect(retryDelay({ ...input, retryAfterMs, remainingMs }, retry)).toBeUndefined();
    }
  });
});

describe("a wait that would outlast the deadline", () => {
  test("is not begun", () => {
    expect(retryDelay({ ...input, retryAfterMs: 1_000, remainingMs: 1_001 }, retry)).toBeUndefined();
    expect(retryDelay({ ...input, remainingMs: 250 }, retry)).toBeUndefined();
    expect(retryDelay({ ...input, remainingMs: 0, random: 0 }, retry)).toBeUndefined();
    expect(retryDelay({ ...input, remainingMs: -1, random: 0 }, retry)).toBeUndefined();
  });

  test("by less than a millisecond is begun when it fits", () => {
    expect(retryDelay({ ...input, retryAfterMs: 1_000, remainingMs: 1_001.5 }, retry)).toBe(1_001);
  });
});
