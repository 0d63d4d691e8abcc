import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { TimeLimit } from "./time-limit.ts";

/** The limit's clock in milliseconds. Timers run separately, as in a process that stood still. */
let now = 0;

beforeEach(() => {
  now = 1_000;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.spyOn(performance, "now").mockImplementation(() => now);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Starts a limit of 100 ms whose timer fires late by some milliseconds. */
function lateBy(milliseconds: number, limit = new TimeLimit("attemptTimeoutMs", 100, undefined)): TimeLimit {
  limit.race(new Promise(() => undefined)).catch(() => undefined);
  now += 100 + milliseconds;
  vi.advanceTimersByTime(100);
  return limit;
}

/** Runs a turn of the event loop, some milliseconds later. */
function turn(milliseconds: number): void {
  now += milliseconds;
  vi.advanceTimersByTime(1);
}

test("a timer that is late by no more than 250 ms ends the limit at once", () => {
  expect(lateBy(250).reason).toBe("attemptTimeoutMs");
});

describe("after a standstill of more than 250 ms", () => {
  test("the limit goes on until nothing was heard for 50 ms", () => {
    const limit = lateBy(251);
    expect(limit.reason).toBeUndefined();
    turn(30);
    limit.progressed();
    turn(30);
    turn(19);
    expect(limit.reason).toBeUndefined();
    turn(1);
    expect(limit.reason).toBe("attemptTimeoutMs");
  });

  test("the event loop turns three times at least, however long a turn takes", () => {
    const limit = lateBy(1_000);
    turn(60);
    turn(60);
    expect(limit.reason).toBeUndefined();
    turn(60);
    expect(limit.reason).toBe("attemptTimeoutMs");
  });

  test("and for 200 ms at most, whatever is heard", () => {
    const limit = lateBy(1_000);
    for (let time = 0; time < 190; time += 10) {
      turn(10);
      limit.progressed();
    }
    turn(9);
    limit.progressed();
    expect(limit.reason).toBeUndefined();
    turn(1);
    expect(limit.reason).toBe("attemptTimeoutMs");
  });

  test("a caller who looks meanwhile finds the time over", () => {
    const limit = lateBy(1_000);
    expect(() => limit.throwIfEnded()).toThrow("attemptTimeoutMs ran out");
  });

  test("the wider limit runs out under its own name, when it is the first", () => {
    const outer = new TimeLimit("deadlineMs", 100, undefined);
    const inner = new TimeLimit("attemptTimeoutMs", 500, outer);
    lateBy(1_000, inner);
    for (let count = 0; count < 3; count += 1) turn(60);
    expect([outer.reason, inner.reason]).toEqual(["deadlineMs", "deadlineMs"]);
  });

  test("work that ends meanwhile is the end of it", async () => {
    const work = Promise.withResolvers<string>();
    const limit = new TimeLimit("attemptTimeoutMs", 100, undefined);
    const raced = limit.race(work.promise);
    now += 1_500;
    vi.advanceTimersByTime(100);
    work.resolve("answer");
    expect(await raced).toBe("answer");
    limit.release();
    for (let count = 0; count < 5; count += 1) turn(100);
    expect(limit.reason).toBeUndefined();
  });
});

test("what was heard before a standstill does not count for it", () => {
  const limit = new TimeLimit("attemptTimeoutMs", 100, undefined);
  limit.progressed();
  lateBy(1_000, limit);
  for (let count = 0; count < 3; count += 1) turn(60);
  expect(limit.reason).toBe("attemptTimeoutMs");
});

test("two limits that end at the same time: the inner one is named", () => {
  const outer = new TimeLimit("deadlineMs", 100, undefined);
  const inner = new TimeLimit("attemptTimeoutMs", 100, outer);
  expect(lateBy(0, inner).reason).toBe("attemptTimeoutMs");
});

test("what the work ended with before the limit is not its `workFailure`", async () => {
  const limit = new TimeLimit("attemptTimeoutMs", 100, undefined);
  await expect(limit.race(Promise.reject(new Error("refused")))).rejects.toThrow("refused");
  expect(limit.workFailure).toBeUndefined();
});
