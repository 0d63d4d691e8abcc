import { expect, test } from "vitest";
import { createElapsed } from "./lease.ts";

test("time is counted while a machine sleeps, and not taken back when its clock is set", () => {
  let [steady, wall] = [0, 1000];
  const elapsed = createElapsed({ steady: () => steady, wall: () => wall });
  const move = (bySteady: number, byWall: number): number => {
    steady += bySteady;
    wall += byWall;
    return elapsed();
  };
  expect(move(10, 10)).toBe(10);
  // The machine slept: only the wall clock advanced.
  expect(move(0, 500)).toBe(510);
  // The clock is set back, and then forward.
  expect(move(10, -3600)).toBe(520);
  expect(move(10, 3600)).toBe(4120);
  expect(move(10, -9999)).toBe(4130);
});
