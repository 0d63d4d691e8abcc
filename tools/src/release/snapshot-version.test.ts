import { gt, satisfies, valid } from "semver";
import { expect, test } from "vitest";
import { isSnapshot, snapshotTag, snapshotVersion } from "./snapshot-version.ts";

const commit = "1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d";

test.each([
  ["feature/New_nodes", "0.0.0-feature-new-nodes-1a2b3c4", "feature-new-nodes"],
  ["renovate/np6-8.x", "0.0.0-renovate-np6-8-x-1a2b3c4", "renovate-np6-8-x"],
  ["--wip--", "0.0.0-wip-1a2b3c4", "wip"],
  ["latest", "0.0.0-latest-1a2b3c4", "branch-latest"],
  ["v2", "0.0.0-v2-1a2b3c4", "branch-v2"],
  ["2", "0.0.0-2-1a2b3c4", "branch-2"],
])("the branch %s is published as %s", (branch, version, tag) => {
  expect(snapshotVersion(branch, commit)).toEqual({ version, tag });
  expect(valid(version)).toBe(version);
  expect(isSnapshot(version)).toBe(true);
  expect(snapshotTag(version)).toBe(tag);
});

test("a snapshot is below every release and in no range that asks for one", () => {
  const { version } = snapshotVersion("main", commit);
  expect(gt("0.0.1", version)).toBe(true);
  expect(satisfies(version, "^0.1.0") || satisfies(version, ">=0.0.0") || satisfies(version, "*")).toBe(
    false,
  );
});

test("a release is no snapshot", () => {
  expect(["0.0.0", "0.1.0", "1.0.0-beta.1"].filter(isSnapshot)).toEqual([]);
});

test.each([
  ["/", commit, "no letter or digit"],
  ["main", "HEAD", "no hash"],
])("the branch %s at %s is refused", (branch, hash, message) => {
  expect(() => snapshotVersion(branch, hash)).toThrow(message);
});
