import { expect, test } from "vitest";
import type { PackageManifest, WorkspaceSettings } from "../read-workspace.ts";
import { checkManifests } from "./check-manifests.ts";

const settings: WorkspaceSettings = { packages: [], nodeVersion: "24.18.1", catalog: {}, catalogs: {} };
const published: PackageManifest = {
  name: "@np6/thing",
  license: "MIT",
  description: "A thing",
  files: ["dist"],
  engines: { node: ">=20" },
  publishConfig: { access: "restricted" },
};
const check = (manifest: Partial<PackageManifest>, more: Partial<WorkspaceSettings> = {}) =>
  checkManifests([{ directory: "thing", manifest: { ...published, ...manifest } }], { ...settings, ...more });

test("a complete manifest with exact versions is fine", () => {
  const dependencies = { a: "1.2.3", b: "workspace:*", c: "catalog:", d: "catalog:ts7", e: "npm:a@1.2.3" };
  expect(check({ dependencies })).toEqual([]);
});

test.each(["^1.2.3", "~1.2.3", "latest", "1.x", "*", "npm:a@^1.2.3"])(
  "the version %s is reported",
  (version) => {
    expect(check({ devDependencies: { a: version } })).toEqual([
      expect.stringContaining(`"a" is "${version}"`),
    ]);
  },
);

test("a range in a catalog is reported", () => {
  expect(check({}, { catalogs: { ts5: { typescript: "^5" } } })).toEqual([expect.stringContaining("ts5")]);
});

test.each([
  ["publishConfig", { publishConfig: { access: "public" } }],
  ["license", { license: "ISC" }],
  ["description", { description: "" }],
  ["is a peer", { peerDependencies: { "@np6/api-types": "^1.0.0" } }],
])("a published package with a wrong or missing field is reported (%s)", (word, change) => {
  expect(check(change)).toEqual([expect.stringContaining(word)]);
});

test("what is only for publishing is not asked of a private package", () => {
  const { publishConfig: _access, files: _files, engines: _engines, ...rest } = published;
  expect(checkManifests([{ directory: "x", manifest: { ...rest, private: true } }], settings)).toEqual([]);
  expect(checkManifests([{ directory: "x", manifest: rest }], settings)).toHaveLength(3);
});
