import { expect, test } from "vitest";
import { createDuplicateFinder } from "./duplicate-finder.ts";

test("all places of what came more than once are found, in their order, and no other", () => {
  const finder = createDuplicateFinder();
  const total = 200_000;
  const again = new Map([
    [5, 3],
    [70_000, 3],
    [131_072, 65_536],
    [199_999, 0],
  ]);
  for (let place = 0; place < total; place += 1) finder.add(`R${again.get(place) ?? place}`);
  expect(finder.candidates()).toEqual([0, 3, 5, 65_536, 70_000, 131_072, 199_999]);
  // Afterwards the finder is empty.
  expect(finder.candidates()).toEqual([]);
});

test("texts that are all the same are one part, which grows", () => {
  const finder = createDuplicateFinder();
  for (let place = 0; place < 5_000; place += 1) finder.add("same");
  expect(finder.candidates()).toHaveLength(5_000);
});

test("one text came once", () => {
  const finder = createDuplicateFinder();
  expect(finder.candidates()).toEqual([]);
  finder.add("one");
  expect(finder.candidates()).toEqual([]);
});
