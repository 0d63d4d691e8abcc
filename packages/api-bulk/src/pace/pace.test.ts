import { expect, test } from "vitest";
import { createFakeClock } from "../testing/fake-clock.test-support.ts";
import { createPace, type Pace } from "./pace.ts";

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

/** Reports a number of successes of full batches to a pace. */
const answer = (pace: Pace, times: number, latencyMs = 100): void => {
  for (let answered = 0; answered < times; answered += 1) pace.answered(pace.size, latencyMs);
};

test("it begins with 1, 10, 100, one at a time, and grows to the batch size and the concurrency", () => {
  const pace = createPace({ ...options, batchSize: 450, maxAtStake: 2000, canary: true }, createFakeClock());
  const seen: number[] = [];
  for (let batch = 0; batch < 5; batch += 1) {
    seen.push(pace.size);
    if (pace.size < 450) expect(pace.concurrency).toBe(1);
    pace.answered(pace.size, 100);
  }
  expect(seen).toEqual([1, 10, 100, 200, 400]);
  expect(pace.size).toBe(450);
  answer(pace, 200);
  // Four batches of 450 are below 2,000; a fifth would exceed it.
  expect(pace.concurrency).toBe(4);
  // A batch smaller than the current size does not end the canary phase.
  const small = createPace({ ...options, canary: true }, createFakeClock());
  small.answered(1, 100);
  expect(small.size).toBe(10);
  const waiting = createPace(
    { ...options, batchSize: 500, maxAtStake: 500, canary: true },
    createFakeClock(),
  );
  waiting.answered(1, 100);
  waiting.answered(9, 100);
  expect([waiting.size, waiting.concurrency]).toEqual([10, 1]);
});

test("one batch more for every 20 good answers, up to the most", () => {
  const pace = createPace(options, createFakeClock());
  answer(pace, 19);
  expect(pace.concurrency).toBe(1);
  answer(pace, 1);
  expect(pace.concurrency).toBe(2);
  answer(pace, 200);
  expect(pace.concurrency).toBe(5);
});

test("a slow answer makes batches smaller, once for all that were under way, and they grow again", () => {
  const pace = createPace({ ...options, batchSize: 500, maxAtStake: 10_000 }, createFakeClock());
  answer(pace, 60);
  expect([pace.size, pace.concurrency]).toEqual([500, 4]);
  pace.answered(500, 15_000);
  expect(pace.size).toBe(500);
  for (let late = 0; late < 3; late += 1) pace.answered(500, 15_001);
  expect([pace.size, pace.concurrency]).toEqual([250, 1]);
  // A small batch has another reason to be slow.
  pace.answered(3, 60_000);
  expect(pace.size).toBe(250);
  answer(pace, 19);
  expect(pace.size).toBe(250);
  answer(pace, 1);
  expect(pace.size).toBe(313);
  answer(pace, 60);
  expect(pace.size).toBe(500);
});

test("a canary that is slow does not leave the job with batches of one", () => {
  const pace = createPace(
    { ...options, batchSize: 500, maxAtStake: 10_000, canary: true },
    createFakeClock(),
  );
  pace.answered(1, 60_000);
  expect([pace.size, pace.concurrency]).toEqual([1, 1]);
  answer(pace, 600);
  expect(pace.size).toBe(500);
});

test("a limit of the API holds for good", () => {
  const pace = createPace(
    { ...options, batchSize: 500, maxAtStake: 10_000, canary: true },
    createFakeClock(),
  );
  answer(pace, 4);
  pace.tooLarge(400);
  expect(pace.size).toBe(200);
  pace.tooLarge(1);
  expect(pace.size).toBe(1);
  answer(pace, 100);
  expect([pace.size, pace.concurrency]).toEqual([1, 5]);
  expect(createPace({ ...options, batchLimit: 3 }, createFakeClock()).size).toBe(3);
  expect(createPace({ ...options, maxAtStake: 7 }, createFakeClock()).size).toBe(7);
});

test("all wait as long as the server says, else with jitter and longer each time, and one event counts once", () => {
  const clock = createFakeClock(() => 1);
  const pace = createPace(options, clock);
  answer(pace, 80);
  expect(pace.wait()).toBe(0);
  pace.held(5_000);
  expect([pace.wait(), pace.concurrency]).toEqual([5_000, 2]);
  // The batches in flight are refused too.
  for (let late = 0; late < 4; late += 1) pace.held(undefined);
  expect([pace.wait(), pace.concurrency]).toEqual([5_000, 2]);
  void clock.sleep(5_000, new AbortController().signal);
  expect(pace.wait()).toBe(0);
  const waits: number[] = [];
  for (let hold = 0; hold < 8; hold += 1) {
    pace.held(undefined);
    waits.push(pace.wait());
    void clock.sleep(pace.wait(), new AbortController().signal);
  }
  expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  expect(pace.concurrency).toBe(1);
  pace.answered(10, 100);
  pace.held(undefined);
  expect(pace.wait()).toBe(1_000);
});

test("no wait is so short that it is a hot loop", () => {
  const pace = createPace(
    options,
    createFakeClock(() => 0),
  );
  pace.held(0);
  expect(pace.wait()).toBe(250);
  const other = createPace(
    options,
    createFakeClock(() => 0),
  );
  other.held(undefined);
  expect(other.wait()).toBe(250);
});

test("a rate spreads requests, and what was not used is not saved up", () => {
  const clock = createFakeClock();
  const pace = createPace({ ...options, rate: 4 }, clock);
  pace.sent();
  expect(pace.wait()).toBe(250);
  pace.sent();
  expect(pace.wait()).toBe(500);
  void clock.sleep(10_000, new AbortController().signal);
  pace.sent();
  expect(pace.wait()).toBe(250);
  const free = createPace(options, clock);
  free.sent();
  expect(free.wait()).toBe(0);
});

test("after an unknown batch one is under way at a time", () => {
  const pace = createPace(options, createFakeClock());
  answer(pace, 99);
  pace.unknown();
  expect(pace.concurrency).toBe(1);
  answer(pace, 19);
  expect(pace.concurrency).toBe(1);
});

test("a limit that is found while it begins ends the beginning", () => {
  const pace = createPace({ ...options, batchSize: 500, maxAtStake: 2_000, canary: true }, createFakeClock());
  answer(pace, 2);
  pace.tooLarge(100);
  expect([pace.size, pace.concurrency]).toEqual([50, 1]);
  answer(pace, 40);
  expect([pace.size, pace.concurrency]).toEqual([50, 3]);
});
