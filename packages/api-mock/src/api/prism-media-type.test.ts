import { describe, expect, test } from "vitest";
import { fromPrismContentType, isJsonName, toPrismMediaType } from "./prism-media-type.ts";

const vendor = "application/vnd.example.shelf-v1";
const disguised = new Set([vendor]);

describe("a disguised media type", () => {
  test("gets +json on the way to Prism", () =>
    expect(toPrismMediaType(vendor, disguised)).toBe(`${vendor}+json`));
  test("loses it on the way back, parameters untouched", () => {
    expect(fromPrismContentType(`${vendor}+json`, disguised)).toBe(vendor);
    expect(fromPrismContentType(`${vendor}+json; charset=utf-8`, disguised)).toBe(`${vendor}; charset=utf-8`);
  });
});

describe("any other media type", () => {
  const others = [
    "application/json",
    "text/csv",
    "application/problem+json",
    "application/vnd.example.other+json",
  ];
  test.each(others)("%s stays as it is, both ways", (mediaType) => {
    expect(toPrismMediaType(mediaType, disguised)).toBe(mediaType);
    expect(fromPrismContentType(mediaType, disguised)).toBe(mediaType);
  });
});

test.each([
  ["application/json", true],
  ["application/problem+JSON", true],
  [vendor, false],
  ["application/jsonl", false],
])("%s says JSON in its name: %s", (mediaType, says) => expect(isJsonName(mediaType)).toBe(says));
