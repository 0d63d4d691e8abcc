import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { exampleCall } from "../testing/example-call.test-support.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("time is counted from the call on, not from the start of the program", () => {
  vi.advanceTimersByTime(5_000);
  const call = exampleCall("runThing");
  vi.advanceTimersByTime(20);
  expect(call.elapsedMs).toBe(20);
});
