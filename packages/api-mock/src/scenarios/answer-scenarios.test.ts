import { expect, test } from "vitest";
import { otherVersion } from "./answer-scenarios.ts";

test.each([
  ["application/vnd.np6.cm.workflow-v4", "application/vnd.np6.cm.workflow-v5"],
  ["application/vnd.example.v1+json", "application/vnd.example.v3+json"],
  ["application/json", undefined],
])("another version of %s that is not declared either: %s", (mediaType, other) => {
  expect(otherVersion(mediaType, ["application/vnd.example.v2+json"])).toBe(other);
});
