import { expect, test } from "vitest";
import { compareReports } from "./compare-reports.ts";

test("a report that says what is built is no problem", () => {
  expect(compareReports("api-report.md", "a\nb\n", "a\nb\n")).toBeUndefined();
});

test("a difference names the report, the line, both sides and the command", () => {
  const problem = compareReports("packages/a/api-report.md", "a\nb\nc\n", "a\nx\nc\n");
  expect(problem).toContain("packages/a/api-report.md:2");
  expect(problem).toContain("reported: b");
  expect(problem).toContain("built:    x");
  expect(problem).toContain("check api --update");
});

test("a report that is longer, or shorter, than what is built is a difference", () => {
  expect(compareReports("api-report.md", "a\nb", "a")).toContain("built:    (end of file)");
  expect(compareReports("api-report.md", "a", "a\nb")).toContain("reported: (end of file)");
});

test("a missing report is a problem", () => {
  expect(compareReports("api-report.md", undefined, "a")).toContain("api-report.md is missing");
});
