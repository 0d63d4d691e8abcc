import { expect, test } from "vitest";
import { sunsetChange } from "./sunset-change.ts";

test.each([
  [undefined, "2027-06-30", "minor", "goes on 2027-06-30."],
  ["2027-06-30", "2027-01-31", "minor", "goes earlier: on 2027-01-31, not on 2027-06-30."],
  ["2027-06-30", "2028-01-31", "patch", "goes later: on 2028-01-31, not on 2027-06-30."],
  ["2027-06-30", undefined, "patch", "has no date on which it goes any more."],
])("from %s to %s is %s", (before, after, bump, message) => {
  expect(sunsetChange(before, after)).toEqual({ bump, message });
});

test("the same date is no change", () => {
  expect(sunsetChange("2027-06-30", "2027-06-30")).toBeUndefined();
});
