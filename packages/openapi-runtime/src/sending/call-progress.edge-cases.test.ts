import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { exampleOperation } from "../testing/example-api.test-support.ts";
import { CallProgress } from "./call-progress.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("time is counted from the call on, not from the start of the program", () => {
  vi.advanceTimersByTime(5_000);
  const progress = new CallProgress(exampleOperation("runThing"), "k");
  vi.advanceTimersByTime(20);
  expect(progress.elapsedMs).toBe(20);
});
