import { expect, test } from "vitest";
import { describeViolations } from "./describe-violations.ts";

test("each violation is one line with its place", () => {
  const header = JSON.stringify([{ location: ["request", "body", "name"], message: "must be string" }]);
  expect(describeViolations(header)).toEqual(["request.body.name: must be string"]);
});

test("no header is no violation, and one that is not JSON is shown as it is", () => {
  expect(describeViolations(undefined)).toEqual([]);
  expect(describeViolations("Too many violations! [{")).toEqual(["Too many violations! [{"]);
});
