import { expect, test } from "vitest";
import { readJson } from "./read-json.ts";

test("JSON has no fault, and anything else one", () => {
  expect(readJson(Buffer.from(' {"a": [1]} '))).toEqual({ value: { a: [1] } });
  expect(readJson(Buffer.from("\ufeff{}")).fault).toBeDefined();
  expect(readJson(Buffer.from("{'a': 1}")).fault).toContain("(8 bytes received)");
});

test("bytes that are not UTF-8 are a fault, though they would parse", () => {
  expect(readJson(Buffer.from([0x22, 0xff, 0x22]))).toEqual({ fault: "it is not UTF-8 (3 bytes received)" });
});

test.each([[1000], [1001], [100_000]])("%i levels of nesting are read, or refused with a reason", (depth) => {
  const { fault } = readJson(Buffer.from("[".repeat(depth) + "]".repeat(depth)));
  if (depth <= 1000) expect(fault).toBeUndefined();
  else expect(fault).toContain("deeper than 1000 levels");
});
