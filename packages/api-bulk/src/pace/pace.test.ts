import { expect, test } from "vitest";
import { createFakeClock } from "../testing/fake-clock.test-support.ts";
import { createPace } from "./pace.ts";

const options = {
  batchSize: 10,
  maxAtStake: 100,
  maxConcurrency: 5,
  rate: undefined,
  targetLatencyMs: 15_000,
  batchLimit: undefined,
  canary: false,
};

test("when no calls are left, one batch is under way at a time until one succeeds", () => {
  const pace = createPace(options, createFakeClock());
  for (let answer = 0; answer < 40; answer += 1) pace.answered(10, 100);
  expect(pace.concurrency).toBe(3);
  pace.exhausted();
  expect(pace.concurrency).toBe(1);
  pace.answered(10, 100);
  expect(pace.concurrency).toBe(3);
});
