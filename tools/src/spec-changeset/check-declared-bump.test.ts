import type { SpecDiff } from "@np6/openapi-diff";
import { expect, it } from "vitest";
import { checkDeclaredBump } from "./check-declared-bump.ts";

const breaking: SpecDiff = {
  bump: "major",
  changes: [
    { pointer: "#/paths/~1x", bump: "major", message: "Path `/x` was removed." },
    { pointer: "#/paths/~1y", bump: "minor", message: "`/y` is new." },
  ],
};

it("passes when enough is declared", () => {
  expect(checkDeclaredBump(breaking, "1.0.0", "major")).toBeUndefined();
  expect(checkDeclaredBump(breaking, "0.2.0", "minor")).toBeUndefined();
  expect(checkDeclaredBump({ bump: "none", changes: [] }, "1.0.0", "none")).toBeUndefined();
});

it("fails when no changeset is there, and says what changed and which command fixes it", () => {
  const problem = checkDeclaredBump(breaking, "1.0.0", "none");
  expect(problem).toContain("no changeset declares it");
  expect(problem).toContain("Path `/x` was removed.");
  expect(problem).not.toContain("`/y` is new.");
  expect(problem).toContain("Fix: pnpm spec changeset");
});

it("fails when too little is declared", () => {
  expect(checkDeclaredBump(breaking, "1.0.0", "minor")).toContain("declare only minor");
  expect(checkDeclaredBump(breaking, "0.2.0", "patch")).toContain("a minor release below 1.0.0");
});
