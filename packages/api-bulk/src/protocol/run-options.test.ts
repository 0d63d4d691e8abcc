import { expect, test } from "vitest";
import type { BulkOperation } from "./bulk-operation.ts";
import { checkRunOptions, operationOf, type RunOptions } from "./run-options.ts";

const operation: BulkOperation = { name: "send", send: async () => [], read: () => ({ state: "done" }) };
const check = (options: Partial<RunOptions>) => checkRunOptions({ operation, ...options });

test("what is left out has its default", () => {
  expect(check({})).toEqual({
    maxAtStake: 2_000,
    batchSize: 500,
    maxConcurrency: 20,
    maxUnknownBatches: 3,
    attemptTimeoutMs: 300_000,
    targetLatencyMs: 15_000,
  });
});

test.each([
  "maxAtStake",
  "batchSize",
  "maxConcurrency",
  "maxUnknownBatches",
  "attemptTimeoutMs",
  "targetLatencyMs",
])("%s is a whole number of 31 bits, from 1", (name) => {
  for (const value of [1, 2 ** 31 - 1]) expect(check({ [name]: value })).toMatchObject({ [name]: value });
  for (const value of [0, -1, 1.5, 2 ** 31, Number.NaN, "7"]) {
    expect(() => check({ [name]: value })).toThrow(
      `${name} must be a whole number from 1 to 2147483647, and is ${value}. The default is`,
    );
  }
});

test("a rate is above 0 and at most 10,000", () => {
  for (const rate of [0.1, 10_000]) expect(() => check({ rate })).not.toThrow();
  for (const rate of [0, -1, 10_001, Number.NaN]) {
    expect(() => check({ rate })).toThrow(
      `rate must be requests per second, above 0 and at most 10,000, not ${rate}.`,
    );
  }
});

test("exactly one of a client and an operation is given", () => {
  const np6 = {} as NonNullable<RunOptions["np6"]>;
  expect(() => operationOf({})).toThrow("Pass either `np6`, a client, or `operation`.");
  expect(() => operationOf({ np6, operation })).toThrow("Pass either `np6`");
  expect(operationOf({ np6 }).name).toBe("executeWorkflowBatch");
  expect(operationOf({ operation })).toBe(operation);
});
