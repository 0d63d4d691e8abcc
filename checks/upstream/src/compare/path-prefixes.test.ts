import { expect, test } from "vitest";
import { isUnder, pathPrefixes } from "./path-prefixes.ts";

test("paths give the part up to their first parameter, once, and none inside another", () => {
  const paths = [
    "/scripting/workflows/{id}/nodes",
    "/scripting/workflows",
    "/actions/events",
    "/actions/{id}",
  ];
  expect(pathPrefixes(paths)).toEqual(["/scripting/workflows", "/actions"]);
});

test("a path lies in a part by whole segments", () => {
  expect(isUnder("/scripting/workflows/{id}", ["/scripting/workflows"])).toBe(true);
  expect(isUnder("/scripting/workflows", ["/scripting/workflows"])).toBe(true);
  expect(isUnder("/scripting/workflows-archive", ["/scripting/workflows"])).toBe(false);
  expect(isUnder("/scripting", ["/scripting/workflows"])).toBe(false);
});
