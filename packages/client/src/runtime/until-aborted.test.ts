import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { untilAborted } from "./until-aborted.ts";

const listenersOn = (signal: AbortSignal) => getEventListeners(signal, "abort").length;

describe("work under a signal", () => {
  test("that lasts gives its result, and leaves no listener", async () => {
    const { signal } = new AbortController();
    const work = Promise.withResolvers<string>();
    const waiting = untilAborted(work.promise, signal);
    expect(listenersOn(signal)).toBe(1);
    work.resolve("done");
    expect(await waiting).toBe("done");
    expect(listenersOn(signal)).toBe(0);
  });

  test("that lasts gives its own error, and leaves no listener", async () => {
    const { signal } = new AbortController();
    const error = new Error("no");
    await expect(untilAborted(Promise.reject(error), signal)).rejects.toBe(error);
    expect(listenersOn(signal)).toBe(0);
  });

  test("that aborts is not waited for, and its late result is nobody's", async () => {
    const controller = new AbortController();
    const work = Promise.withResolvers<string>();
    const waiting = untilAborted(work.promise, controller.signal);
    const reason = new Error("enough");
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    expect(listenersOn(controller.signal)).toBe(0);
    work.resolve("late");
    await expect(waiting).rejects.toBe(reason);
  });

  test("that aborts hears of no late error: an unhandled rejection would fail this run", async () => {
    const controller = new AbortController();
    const work = Promise.withResolvers<string>();
    const waiting = untilAborted(work.promise, controller.signal);
    controller.abort(new Error("enough"));
    await expect(waiting).rejects.toThrow("enough");
    work.reject(new Error("late"));
    await new Promise<void>((resolve) => setImmediate(resolve));
  });

  test("that has aborted already is not waited for", async () => {
    const reason = new Error("too late");
    const signal = AbortSignal.abort(reason);
    await expect(untilAborted(new Promise(() => undefined), signal)).rejects.toBe(reason);
    await expect(untilAborted(Promise.reject(new Error("late")), signal)).rejects.toBe(reason);
    expect(listenersOn(signal)).toBe(0);
  });
});
