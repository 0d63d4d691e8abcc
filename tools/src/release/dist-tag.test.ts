import { expect, test } from "vitest";
import { distTag } from "./dist-tag.ts";

test.each([
  ["0.1.0", undefined, "latest"],
  ["1.10.0", "1.9.0", "latest"],
  ["2.0.0", "1.9.0", "latest"],
  // The registry makes its first version `latest`, even a snapshot.
  ["0.1.0", "0.0.0-main-1234567", "latest"],
  ["1.9.1", "2.0.0", "release-1.x"],
  ["1.9.1", "1.10.0", "release-1.x"],
  ["0.4.2", "0.10.0", "release-0.4.x"],
  ["0.0.0-try-it-1234567", "1.0.0", "try-it"],
  ["0.0.0-latest-1234567", undefined, "branch-latest"],
])("%s, while %s is the latest, gets the tag %s", (version, latest, tag) => {
  expect(distTag(version, latest)).toBe(tag);
});
