import { expect, test } from "vitest";
import { checkSbom } from "./check-sbom.ts";

const manifest = {
  name: "@np6/thing",
  version: "1.2.0",
  dependencies: { "@np6/other": "1.2.0", plain: "3.0.0" },
};
const sbom = {
  bomFormat: "CycloneDX",
  metadata: { component: { purl: "pkg:npm/%40np6/thing@1.2.0" } },
  components: [
    { group: "@np6", name: "other", version: "1.2.0" },
    { name: "plain", version: "3.0.0" },
  ],
};

test("a bill of the package with all its dependencies is fine", () => {
  expect(checkSbom(sbom, manifest)).toEqual([]);
});

test.each([
  ["another format", { ...sbom, bomFormat: "SPDX" }, "not CycloneDX"],
  [
    "another version",
    { ...sbom, metadata: { component: { purl: "pkg:npm/%40np6/thing@1.1.0" } } },
    "does not describe",
  ],
  ["a missing dependency", { ...sbom, components: sbom.components.slice(1) }, "lacks @np6/other"],
])("%s is reported", (_what, changed, problem) => {
  expect(checkSbom(changed, manifest)).toEqual([expect.stringContaining(problem)]);
});
