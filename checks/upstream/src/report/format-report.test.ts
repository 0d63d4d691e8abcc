import { expect, test } from "vitest";
import { formatReport } from "./format-report.ts";
import type { JudgedDifference } from "./judge-differences.ts";
import type { UpstreamReport } from "./upstream-report.ts";

const status: JudgedDifference = {
  verdict: "drift",
  fact: "status",
  relation: "vendor only",
  vendor: { text: "404", present: true, pointer: "#/components/responses/NotFound" },
  curated: { text: "absent", present: false, pointer: "#/paths/~1a/get" },
  at: "GET /a: 404",
  alsoAt: ["GET /b: 404", "GET /c: 404", "GET /d: 404", "GET /e: 404"],
  places: ["GET /a 404", "GET /b 404", "GET /c 404", "GET /d 404", "GET /e 404"],
  grade: undefined,
};
const operation: JudgedDifference = {
  ...status,
  fact: "operation",
  vendor: { text: "present", present: true, pointer: "#/paths/~1b/get" },
  curated: { text: "absent", present: false, pointer: "" },
  at: "GET /b",
  alsoAt: [],
  places: ["GET /b"],
};
const refusal: JudgedDifference = {
  ...status,
  verdict: "known",
  relation: "curated only",
  vendor: { text: "absent", present: false, pointer: "#/paths/~1a/get" },
  curated: { text: "409", present: true, pointer: "#/components/responses/Conflict" },
  at: "response Conflict",
  grade: "observed",
};

const report = (differences: readonly JudgedDifference[]): UpstreamReport => ({
  drift: true,
  vendor: { source: "https://example.com/api.yaml", title: "Vendor's", version: "8.2.0", operations: 3 },
  curated: { source: "spec/dist/openapi.json", title: "Ours", version: "8.1.0", operations: 2 },
  prefixes: ["/a", "/b"],
  counts: { drift: 2, accepted: 0, known: 1, stale: 0 },
  differences,
  stale: [],
});

test("differences stand in two columns, by what they are about, with their places", () => {
  const lines = formatReport(report([status, operation, refusal]), "spec/accepted.yaml").split("\n");
  expect(lines.slice(0, 26)).toEqual([
    "vendor   Vendor's 8.2.0, https://example.com/api.yaml",
    "curated  Ours 8.1.0, spec/dist/openapi.json",
    "compared /a, /b: 3 operations in the vendor's bundle, 2 curated",
    "",
    "DRIFT",
    "",
    "GET /a",
    "              | vendor  | curated",
    "  404  status | 404     | absent",
    "      at      GET /a: 404",
    "      vendor  #/components/responses/NotFound",
    "      curated #/paths/~1a/get",
    "      seen at GET /a 404; GET /b 404; GET /c 404; and 2 more",
    "      also at GET /b: 404; GET /c: 404; GET /d: 404; and 1 more",
    "",
    "GET /b",
    "              | vendor  | curated",
    "  operation   | present | absent",
    "      at      GET /b",
    "      vendor  #/paths/~1b/get",
    "      seen at GET /b",
    "",
    "KNOWN: only the curated spec has it, from another source",
    "  response Conflict | status | 409 | observed",
    "",
    expect.stringMatching(/^To resolve drift, correct spec\/ if the vendor is right/),
  ]);
});

test("without drift there is nothing to do", () => {
  const calm = { ...report([refusal]), counts: { drift: 0, accepted: 0, known: 1, stale: 0 } };
  expect(formatReport(calm, "spec/accepted.yaml")).not.toContain("What to do");
});
