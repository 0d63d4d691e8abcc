import { expect, test } from "vitest";
import { describedAt } from "./described-at.ts";

const document = { components: { parameters: { Id: { name: "id", description: "An id" } } } };

test("what stands beside a $ref is laid over its target", () => {
  const value = { $ref: "#/components/parameters/Id", description: "The id of the shelf" };
  expect(describedAt(document, value)).toEqual({ name: "id", description: "The id of the shelf" });
});

test("what is no reference comes back as it is", () => {
  expect(describedAt(document, { name: "id" })).toEqual({ name: "id" });
});
