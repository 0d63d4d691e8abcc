import { expect, test } from "vitest";
import { createDraw } from "./create-draw.ts";

const things = Array.from({ length: 1000 }, (_, index) => `thing ${index}`);

test("a number follows from seed, name, thing and how often, and not from the order", () => {
  const [one, other] = [createDraw(7, "a"), createDraw(7, "a")];
  const forwards = things.slice(0, 50).map((thing) => [one(thing), one(thing)]);
  const backwards = things
    .slice(0, 50)
    .reverse()
    .map((thing) => [other(thing), other(thing)]);
  expect(backwards.reverse()).toEqual(forwards);
  expect(forwards.every(([first, second]) => first !== second)).toBe(true);
  expect(createDraw(8, "a")("thing 0")).not.toBe(forwards[0]?.[0]);
  expect(createDraw(7, "b")("thing 0")).not.toBe(forwards[0]?.[0]);
});

test("numbers lie evenly between 0 and 1", () => {
  const draw = createDraw(1, "even");
  const tenths = Array.from({ length: 10 }, () => 0);
  for (const thing of [...things, ...things]) {
    const tenth = Math.floor(draw(thing) * 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  // 200 of each are expected, with a standard deviation of 13; the seed makes each run equal.
  for (const count of tenths) expect(Math.abs(count - 200)).toBeLessThan(60);
});
