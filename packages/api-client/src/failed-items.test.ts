import { expect, test } from "vitest";
import { failedItems } from "./failed-items.ts";

test("the failed items of a batch are told with their place", () => {
  const failed = { type: "error", value: { type: "recipient not found" } };
  const results = [{ type: "success" }, failed, { type: "new" }, { type: "success" }, failed];
  expect(failedItems(results)).toEqual([
    { index: 1, result: failed },
    { index: 4, result: failed },
  ]);
});

test("there are none in a batch that went well, and in an empty one", () => {
  expect(failedItems([{ type: "success" }])).toEqual([]);
  expect(failedItems([])).toEqual([]);
});

test("a single result can be asked about as well", () => {
  expect(failedItems({ type: "error" })).toEqual([{ index: 0, result: { type: "error" } }]);
  expect(failedItems({ type: "success" })).toEqual([]);
});
