import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Failure } from "../failures/failure.ts";
import { TimeLimit } from "../limits/time-limit.ts";
import { OpenCalls } from "./open-calls.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const limitOf = () => new TimeLimit("deadlineMs", Number.POSITIVE_INFINITY, undefined);
const unknown = { outcomeUnknown: true } as Failure;
const known = { outcomeUnknown: false } as Failure;

/** @returns an object that gets the report of `close` once it resolves */
function closing(calls: OpenCalls, graceMs: number): { report?: unknown } {
  const seen: { report?: unknown } = {};
  calls.close(graceMs).then((report) => {
    seen.report = report;
  });
  return seen;
}

test("closing cuts those in line at once, and those that run after the grace, with one cause", async () => {
  const calls = new OpenCalls();
  const [waiting, running] = [limitOf(), limitOf()];
  calls.queue(waiting);
  calls.start(running);
  closing(calls, 1_000);
  expect(calls.isClosed).toBe(true);
  expect(() => waiting.throwIfEnded()).toThrow("the client was closed");
  await vi.advanceTimersByTimeAsync(999);
  expect(running.reason).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1);
  expect([waiting.reason, running.reason]).toEqual(["closed", "closed"]);
});

test("a call that gets its place while the client is closed ends at once", () => {
  const calls = new OpenCalls();
  const [before, after] = [limitOf(), limitOf()];
  calls.start(before);
  closing(calls, 1_000);
  calls.start(after);
  expect(before.reason).toBeUndefined();
  expect(after.reason).toBe("closed");
  expect(() => after.throwIfEnded()).toThrow("the client was closed");
});

test("resolves when the last has ended, in a later turn, and leaves no timer", async () => {
  const calls = new OpenCalls();
  const [waiting, running] = [limitOf(), limitOf()];
  calls.queue(waiting);
  calls.start(running);
  const seen = closing(calls, 1_000);
  calls.end(running);
  await vi.advanceTimersByTimeAsync(0);
  expect(seen).toEqual({});
  calls.unqueue(waiting);
  await Promise.resolve();
  expect(seen).toEqual({});
  await vi.advanceTimersByTimeAsync(0);
  expect(seen.report).toEqual({ finished: 0, notSent: 0, unknown: 0 });
  expect(vi.getTimerCount()).toBe(0);
});

test("resolves at once when nothing is open", async () => {
  const seen = closing(new OpenCalls(), 1_000);
  await vi.advanceTimersByTimeAsync(0);
  expect(seen.report).toEqual({ finished: 0, notSent: 0, unknown: 0 });
});

test("counts each call once, by what is known of it, and none before the closing", async () => {
  const calls = new OpenCalls();
  const running = limitOf();
  calls.start(running);
  calls.count(unknown, false);
  const seen = closing(calls, 1_000);
  calls.count(unknown, true);
  calls.count(known, true);
  calls.count(undefined, true);
  calls.count(known, false);
  calls.count(undefined, false);
  calls.count(undefined, false);
  calls.end(running);
  await vi.advanceTimersByTimeAsync(0);
  expect(seen.report).toEqual({ finished: 3, notSent: 2, unknown: 1 });
});

test.each([
  ["shortens it", 1_000, 100, 100],
  ["does not lengthen it", 100, 1_000, 100],
  ["with the same grace changes nothing", 100, 100, 100],
])("a second closing %s", async (_name, first, second, endsAfter) => {
  const calls = new OpenCalls();
  const running = limitOf();
  calls.start(running);
  expect(calls.close(first)).toBe(calls.close(second));
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(endsAfter - 1);
  expect(running.reason).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1);
  expect(running.reason).toBe("closed");
});
