import { getEventListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { TimeLimit } from "./time-limit.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const listenersOn = (signal: AbortSignal) => getEventListeners(signal, "abort").length;

describe("a time limit", () => {
  test("runs out after its time, not before, and says that it was the one", () => {
    const limit = new TimeLimit("deadlineMs", 100, undefined);
    vi.advanceTimersByTime(99);
    expect([limit.signal.aborted, limit.reason, limit.remainingMs]).toEqual([false, undefined, 1]);
    vi.advanceTimersByTime(1);
    expect([limit.signal.aborted, limit.reason, limit.remainingMs]).toEqual([true, "deadlineMs", 0]);
    expect(limit.signal.reason).toMatchObject({ message: "deadlineMs ran out" });
  });

  test("ends with the caller's signal, for its reason", () => {
    const controller = new AbortController();
    const limit = new TimeLimit("deadlineMs", 100, controller.signal);
    const reason = new Error("stop");
    controller.abort(reason);
    expect(limit.reason).toBe("signal");
    expect(limit.signal.reason).toBe(reason);
  });

  test("with a signal that has aborted already has ended", () => {
    const controller = new AbortController();
    controller.abort();
    const limit = new TimeLimit("deadlineMs", 100, controller.signal);
    expect(limit.signal.aborted).toBe(true);
    expect(limit.reason).toBe("signal");
    limit.release();
    expect(vi.getTimerCount()).toBe(0);
  });

  test("ends with a wider limit, and says which one that was", () => {
    const controller = new AbortController();
    const wider = new TimeLimit("deadlineMs", 50, controller.signal);
    const limit = new TimeLimit("attemptTimeoutMs", 100, wider);
    expect(limit.signal.aborted).toBe(false);
    vi.advanceTimersByTime(50);
    expect([limit.reason, limit.signal.aborted]).toEqual(["deadlineMs", true]);
    controller.abort();
    expect(limit.reason).toBe("deadlineMs");
  });

  test("does not end the wider one", () => {
    const wider = new TimeLimit("deadlineMs", 100, undefined);
    const limit = new TimeLimit("attemptTimeoutMs", 50, wider);
    expect(limit.signal.aborted).toBe(false);
    vi.advanceTimersByTime(50);
    expect([limit.reason, wider.reason, wider.signal.aborted]).toEqual([
      "attemptTimeoutMs",
      undefined,
      false,
    ]);
  });

  test("keeps the first of several causes", () => {
    const controller = new AbortController();
    const limit = new TimeLimit("attemptTimeoutMs", 10, controller.signal);
    const { signal } = limit;
    vi.advanceTimersByTime(10);
    const { reason } = signal;
    controller.abort(new Error("later"));
    expect(limit.reason).toBe("attemptTimeoutMs");
    expect(limit.signal.reason).toBe(reason);
  });
});

describe("a time limit that is released", () => {
  test("has no timer and no listener on the outer signal", () => {
    const outer = new AbortController().signal;
    const limit = new TimeLimit("deadlineMs", 100, outer);
    expect(limit.signal.aborted).toBe(false);
    expect([vi.getTimerCount(), listenersOn(outer)]).toEqual([1, 1]);
    limit.release();
    expect([vi.getTimerCount(), listenersOn(outer)]).toEqual([0, 0]);
  });

  test("never ends", () => {
    const controller = new AbortController();
    const limit = new TimeLimit("deadlineMs", 100, controller.signal);
    limit.release();
    controller.abort();
    vi.advanceTimersByTime(1_000);
    expect([limit.signal.aborted, limit.reason]).toEqual([false, undefined]);
  });

  test("after it ran out leaves nothing either", () => {
    const outer = new AbortController().signal;
    const limit = new TimeLimit("deadlineMs", 100, outer);
    expect(limit.signal.aborted).toBe(false);
    vi.advanceTimersByTime(100);
    limit.release();
    expect([vi.getTimerCount(), listenersOn(outer)]).toEqual([0, 0]);
  });
});

describe("work under a limit", () => {
  /** Makes a limit that ends with a controller. */
  function endable() {
    const controller = new AbortController();
    return { controller, limit: new TimeLimit("deadlineMs", 1_000, controller.signal) };
  }

  test("gives its result, or its own error", async () => {
    const { limit } = endable();
    const error = new Error("no");
    expect(await limit.race(Promise.resolve("done"))).toBe("done");
    await expect(limit.race(Promise.reject(error))).rejects.toBe(error);
    expect(await limit.race(Promise.resolve("again"))).toBe("again");
    limit.release();
    expect(vi.getTimerCount()).toBe(0);
  });

  test("is not waited for when time runs out", async () => {
    const { limit } = endable();
    const waiting = limit.race(new Promise(() => undefined));
    vi.advanceTimersByTime(1_000);
    await expect(waiting).rejects.toThrow("deadlineMs ran out");
    expect(limit.reason).toBe("deadlineMs");
  });

  test("is not waited for when a wider limit ends, which has one timer with it", async () => {
    const { limit: wider } = endable();
    const limit = new TimeLimit("attemptTimeoutMs", 5_000, wider);
    const waiting = limit.race(new Promise(() => undefined));
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(1_000);
    await expect(waiting).rejects.toThrow("deadlineMs ran out");
    expect([limit.reason, wider.reason]).toEqual(["deadlineMs", "deadlineMs"]);
  });

  test("is not waited for after an abort, and its late end is nobody's: an unhandled rejection would fail this run", async () => {
    const reason = new Error("enough");
    for (const end of ["resolve", "reject"] as const) {
      const { controller, limit } = endable();
      const work = Promise.withResolvers<unknown>();
      const waiting = limit.race(work.promise);
      controller.abort(reason);
      await expect(waiting).rejects.toBe(reason);
      work[end](new Error("late"));
      await expect(waiting).rejects.toBe(reason);
    }
  });

  test("of a limit that has ended is not waited for, nor begun", async () => {
    const { controller, limit } = endable();
    const reason = new Error("too late");
    controller.abort(reason);
    expect(() => limit.throwIfEnded()).toThrow(reason);
    await expect(limit.race(new Promise(() => undefined))).rejects.toBe(reason);
    await expect(limit.race(Promise.reject(new Error("late")))).rejects.toBe(reason);
  });

  test("that begins when time is up already is cut at once, by a timer that Node does not warn of", async () => {
    const limit = new TimeLimit("deadlineMs", 10, undefined);
    vi.advanceTimersByTime(30);
    // Not spyOn: restoring it would keep the real timers from coming back, for all files of this process.
    const { setTimeout: fake } = globalThis;
    const delays: unknown[] = [];
    globalThis.setTimeout = ((work: () => void, milliseconds?: number) => {
      delays.push(milliseconds);
      return fake(work, milliseconds);
    }) as typeof setTimeout;
    const waiting = limit.race(new Promise(() => undefined));
    globalThis.setTimeout = fake;
    expect(delays).toEqual([0]);
    vi.advanceTimersByTime(0);
    await expect(waiting).rejects.toThrow("deadlineMs ran out");
  });

  test("may begin while the limit lasts", () => {
    expect(() => endable().limit.throwIfEnded()).not.toThrow();
  });
});
