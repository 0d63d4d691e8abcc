import { expect, test } from "vitest";
import { readSpecification } from "../api/read-specification.ts";
import { libraryDocument } from "../testing/library-document.test-support.ts";
import { readBatch } from "./batch.ts";

const specification = readSpecification(libraryDocument);
const batches = specification.operations
  .map((operation) => readBatch(specification, operation))
  .filter((found) => found !== undefined);
const [batch] = batches;

test("only a POST of a list that answers a list of something else is a batch", () => {
  expect(specification.operations.length).toBeGreaterThan(2);
  expect(batches).toHaveLength(1);
});

test("a result is the example's, over and over", () => {
  expect(batch?.success(0, {})).toEqual({ type: "sent", labels: ["a"] });
  expect(batch?.success(1, {})).toEqual({ type: "sent", labels: [] });
  expect(batch?.success(2, {})).toEqual({ type: "sent", labels: ["a"] });
});

test("a failure is the variant that the first example has not, with the parts of the item that the examples show", () => {
  expect(batch?.failure?.({ to: { city: "Brest" } })).toEqual({
    type: "lost",
    parcel: { to: { city: "Brest" } },
  });
});
