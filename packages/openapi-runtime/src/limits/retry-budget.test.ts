import { expect, test } from "vitest";
import { createRetryBudget, type RetryBudget } from "./retry-budget.ts";

/** Counts the retries that are left by using them. */
function drain(budget: RetryBudget): number {
  let taken = 0;
  while (taken < 1_000 && budget.take()) taken += 1;
  return taken;
}

test("a client can retry 20 times while nothing succeeds, and then no more", () => {
  const budget = createRetryBudget();
  expect(drain(budget)).toBe(20);
  expect(budget.take()).toBe(false);
});

test("five successes give a retry back, four do not", () => {
  const budget = createRetryBudget();
  drain(budget);
  for (let success = 0; success < 4; success += 1) budget.refund();
  expect(budget.take()).toBe(false);
  // Two refunds, because a fifth of a token has no exact binary form.
  budget.refund();
  budget.refund();
  expect(budget.take()).toBe(true);
  expect(budget.take()).toBe(false);
});

test("successes do not save up more than there was", () => {
  const budget = createRetryBudget();
  for (let success = 0; success < 1_000; success += 1) budget.refund();
  expect(drain(budget)).toBe(20);
});

test("two clients have a budget each", () => {
  const first = createRetryBudget();
  drain(first);
  expect(createRetryBudget().take()).toBe(true);
});
