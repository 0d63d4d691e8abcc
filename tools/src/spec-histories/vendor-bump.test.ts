import { expect, test } from "vitest";
import { vendorBump } from "./vendor-bump.ts";

test.each([
  ["1.2.3", "1.2.4", "patch"],
  ["1.2.3", "1.3.0", "minor"],
  ["1.2.3", "2.0.0", "major"],
  ["0.1.86", "0.1.92", "minor"],
  ["0.41.0", "0.42.0", "major"],
  ["1.0.0", "1.0.0", "none"],
])("from %s to %s at most a %s change is promised", (before, after, bump) => {
  expect(vendorBump(before, after)).toBe(bump);
});
