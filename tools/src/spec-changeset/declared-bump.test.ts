import { expect, it } from "vitest";
import { declaredBump } from "./declared-bump.ts";

const changeset = (id: string, name: string, type: "patch" | "minor" | "major") => ({
  id,
  releases: [{ name, type }],
});

it("is the largest of the pending changesets that name a package of the document", () => {
  const pending = [changeset("a", "@np6/api-client", "patch"), changeset("b", "@np6/api-mock", "minor")];
  expect(declaredBump(pending, "1.0.0", "1.0.0")).toBe("minor");
});

it("does not count a changeset of another package", () => {
  expect(declaredBump([changeset("a", "@np6/openapi-codegen", "major")], "1.0.0", "1.0.0")).toBe("none");
});

it("counts a version that was raised and is not released yet, whose changesets are gone", () => {
  expect(declaredBump([], "1.0.0", "2.0.0")).toBe("major");
  expect(declaredBump([], "0.3.1", "0.4.0")).toBe("minor");
  expect(declaredBump([], "0.3.1", "0.3.2")).toBe("patch");
});
