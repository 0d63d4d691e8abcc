import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { exampleOperation } from "../testing/example-api.test-support.ts";
import { CallProgress } from "./call-progress.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const post = () => new CallProgress(exampleOperation("runThing"), "k");
const get = () => new CallProgress(exampleOperation("listThings"), "k");

describe("the progress of a call", () => {
  test("begins with nothing sent, and its context names the call", () => {
    expect(post().context).toEqual({
      operationId: "runThing",
      method: "POST",
      path: "/things/{id}/run",
      attempts: 0,
      elapsedMs: 0,
      outcomeUnknown: false,
    });
  });

  test("has a clock, in whole milliseconds", () => {
    const progress = post();
    vi.advanceTimersByTime(1_500);
    expect(progress.elapsedMs).toBe(1_500);
    expect(progress.context.elapsedMs).toBe(1_500);
  });

  test("remembers an attempt that may have run, whatever a later one says", () => {
    const progress = post();
    expect([progress.outcomeUnknown(false), progress.outcomeUnknown(true)]).toEqual([false, true]);
    progress.mayHaveRun = true;
    expect([progress.outcomeUnknown(false), progress.context.outcomeUnknown]).toEqual([true, true]);
  });

  test("of a harmless call leaves nothing open", () => {
    const progress = get();
    progress.mayHaveRun = true;
    expect([progress.outcomeUnknown(true), progress.context.outcomeUnknown]).toEqual([false, false]);
  });
});
