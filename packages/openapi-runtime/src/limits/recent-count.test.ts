import { expect, test } from "vitest";
import { RecentCount } from "./recent-count.ts";

/** Counts events at these times, in milliseconds. @returns the count of the last second at `now` */
function countAt(times: readonly number[], now: number): number {
  const count = new RecentCount();
  for (const time of times) count.add(time);
  return count.lastSecond(now);
}

test.each<[string, readonly number[], number, number]>([
  ["nothing", [], 5_000, 0],
  ["what happened in this second", [5_000, 5_100, 5_900], 5_950, 3],
  ["a share of the second before, by how far this one is", [4_000, 4_100, 4_200, 4_300], 5_250, 3],
  ["all of the second before, at the beginning of this one", [4_000, 4_900], 5_000, 2],
  ["both seconds together", [4_000, 4_500, 4_900, 4_950, 5_100, 5_200], 5_500, 4],
  ["nothing of what is two seconds ago", [3_900, 3_950], 5_000, 0],
  ["only the newest of three seconds", [3_100, 4_100, 5_100], 5_100, 2],
])("%s counts", (_name, times, now, expected) => {
  expect(countAt(times, now)).toBe(expected);
});

test("asking changes nothing", () => {
  const count = new RecentCount();
  count.add(4_000);
  expect([count.lastSecond(4_500), count.lastSecond(4_500), count.lastSecond(5_000)]).toEqual([1, 1, 1]);
});
