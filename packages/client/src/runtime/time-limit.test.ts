import { getEventListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startTimeLimit } from "./time-limit.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The caller's signal, as a limit sees it. */
function callerLimit() {
  const controller = new AbortController();
  return { controller, outer: { signal: controller.signal, reason: () => undefined } };
}

const listenersOn = (signal: AbortSignal) => getEventListeners(signal, "abort").length;

describe("a time limit", () => {
  test("runs out after its time, not before, and says that it was the one", () => {
    const limit = startTimeLimit("deadlineMs", 100, undefined);
    vi.advanceTimersByTime(99);
    expect([limit.signal.aborted, limit.reason(), limit.remainingMs()]).toEqual([false, undefined, 1]);
    vi.advanceTimersByTime(1);
    expect([limit.signal.aborted, limit.reason(), limit.remainingMs()]).toEqual([true, "deadlineMs", 0]);
    expect(limit.signal.reason).toMatchObject({ message: "deadlineMs ran out" });
  });

  test("ends with the caller's signal, for its reason", () => {
    const { controller, outer } = callerLimit();
    const limit = startTimeLimit("deadlineMs", 100, outer);
    const reason = new Error("stop");
    controller.abort(reason);
    expect(limit.reason()).toBe("signal");
    expect(limit.signal.reason).toBe(reason);
  });

  test("with a signal that has aborted already has ended", () => {
    const { controller, outer } = callerLimit();
    controller.abort();
    const limit = startTimeLimit("deadlineMs", 100, outer);
    expect(limit.signal.aborted).toBe(true);
    expect(limit.reason()).toBe("signal");
    limit.release();
    expect(vi.getTimerCount()).toBe(0);
  });

  test("ends with a wider limit, and says which one that was", () => {
    const { controller, outer } = callerLimit();
    const wider = startTimeLimit("deadlineMs", 50, outer);
    const limit = startTimeLimit("attemptTimeoutMs", 100, wider);
    vi.advanceTimersByTime(50);
    expect([limit.reason(), limit.signal.aborted]).toEqual(["deadlineMs", true]);
    controller.abort();
    expect(limit.reason()).toBe("deadlineMs");
  });

  test("does not end the wider one", () => {
    const wider = startTimeLimit("deadlineMs", 100, undefined);
    const limit = startTimeLimit("attemptTimeoutMs", 50, wider);
    vi.advanceTimersByTime(50);
    expect([limit.reason(), wider.reason(), wider.signal.aborted]).toEqual([
      "attemptTimeoutMs",
      undefined,
      false,
    ]);
  });

  test("keeps the first of several causes", () => {
    const { controller, outer } = callerLimit();
    const limit = startTimeLimit("attemptTimeoutMs", 10, outer);
    vi.advanceTimersByTime(10);
    const { reason } = limit.signal;
    controller.abort(new Error("later"));
    expect(limit.reason()).toBe("attemptTimeoutMs");
    expect(limit.signal.reason).toBe(reason);
  });
});

describe("a time limit that is released", () => {
  test("has no timer and no listener on the outer signal", () => {
    const { outer } = callerLimit();
    const limit = startTimeLimit("deadlineMs", 100, outer);
    expect([vi.getTimerCount(), listenersOn(outer.signal)]).toEqual([1, 1]);
    limit.release();
    expect([vi.getTimerCount(), listenersOn(outer.signal)]).toEqual([0, 0]);
  });

  test("never ends", () => {
    const { controller, outer } = callerLimit();
    const limit = startTimeLimit("deadlineMs", 100, outer);
    limit.release();
    controller.abort();
    vi.advanceTimersByTime(1_000);
    expect([limit.signal.aborted, limit.reason()]).toEqual([false, undefined]);
  });

  test("after it ran out leaves nothing either", () => {
    const { outer } = callerLimit();
    const limit = startTimeLimit("deadlineMs", 100, outer);
    vi.advanceTimersByTime(100);
    limit.release();
    expect([vi.getTimerCount(), listenersOn(outer.signal)]).toEqual([0, 0]);
  });
});
