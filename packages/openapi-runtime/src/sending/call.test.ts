import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { exampleCall } from "../testing/example-call.test-support.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const post = () => exampleCall("runThing");
const get = () => exampleCall("listThings");

describe("the progress of a call", () => {
  test("begins with nothing sent, and its context names the call", () => {
    expect(post().context).toEqual({
      operationId: "runThing",
      method: "POST",
      path: "/things/{id}/run",
      callId: expect.any(String),
      context: undefined,
      attempts: 0,
      elapsedMs: 0,
      outcomeUnknown: false,
    });
  });

  test("has a clock, in whole milliseconds", () => {
    const call = post();
    vi.advanceTimersByTime(1_500);
    expect(call.elapsedMs).toBe(1_500);
    expect(call.context.elapsedMs).toBe(1_500);
  });

  test("remembers an attempt that may have run, whatever a later one says", () => {
    const call = post();
    expect([call.outcomeUnknown(false), call.outcomeUnknown(true)]).toEqual([false, true]);
    call.mayHaveRun = true;
    expect([call.outcomeUnknown(false), call.context.outcomeUnknown]).toEqual([true, true]);
  });

  test("of a harmless call leaves nothing open", () => {
    const call = get();
    call.mayHaveRun = true;
    expect([call.outcomeUnknown(true), call.context.outcomeUnknown]).toEqual([false, false]);
  });
});
