import { expect, test } from "vitest";
import { createRandom } from "./create-random.ts";

const take = (seed: number, count: number) => Array.from({ length: count }, createRandom(seed));

test("the same seed gives the same numbers, another seed others", () => {
  expect(take(1, 5)).toEqual(take(1, 5));
  expect(take(1, 5)).not.toEqual(take(2, 5));
});

test("the numbers are spread over 0 to 1", () => {
  const tenths = new Array<number>(10).fill(0);
  for (const number of take(7, 10_000))
    tenths[Math.floor(number * 10)] = (tenths[Math.floor(number * 10)] ?? 0) + 1;
  expect(tenths).toHaveLength(10);
  for (const count of tenths) expect(count).toBeGreaterThan(850);
});
