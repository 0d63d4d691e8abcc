import { getEventListeners } from "node:events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sleep } from "./sleep.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const left = (signal: AbortSignal) => [vi.getTimerCount(), getEventListeners(signal, "abort").length];

test("sleeps its time, not less, and leaves nothing behind", async () => {
  const { signal } = new AbortController();
  const woke = vi.fn();
  const sleeping = sleep(100, signal).then(woke);
  expect(left(signal)).toEqual([1, 1]);
  await vi.advanceTimersByTimeAsync(99);
  expect(woke).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await sleeping;
  expect(woke).toHaveBeenCalledOnce();
  expect(left(signal)).toEqual([0, 0]);
});

test("an abort wakes it with the reason, and leaves nothing behind", async () => {
  const controller = new AbortController();
  const sleeping = sleep(100, controller.signal);
  const reason = new Error("wake up");
  controller.abort(reason);
  await expect(sleeping).rejects.toBe(reason);
  expect(left(controller.signal)).toEqual([0, 0]);
});

test("a signal that has aborted already lets nobody sleep", async () => {
  const reason = new Error("no rest");
  const signal = AbortSignal.abort(reason);
  await expect(sleep(100, signal)).rejects.toBe(reason);
  expect(left(signal)).toEqual([0, 0]);
});
