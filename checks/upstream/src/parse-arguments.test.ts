import { expect, test } from "vitest";
import { parseArguments } from "./parse-arguments.ts";

test("a source, and where the JSON goes", () => {
  expect(parseArguments(["--from", "api.yaml"])).toEqual({ from: "api.yaml" });
  expect(parseArguments(["--from=api.yaml", "--json", "-"])).toEqual({ from: "api.yaml", json: "-" });
});

test("the -- that pnpm hands on is no argument", () => {
  expect(parseArguments(["--", "--from", "api.yaml"])).toEqual({ from: "api.yaml" });
});

test("help is no request", () => {
  expect(parseArguments(["--help"])).toBeUndefined();
});

test.each([
  [[], /^--from is missing: add the file or the address/],
  [["--from"], /--from/],
  [["--from", ""], /^--from is empty\.$/],
  [["--from", "a", "--from", "b"], /^--from is given twice\.$/],
  [["--from", "a", "--json", " "], /^--json is empty\.$/],
  [["--from", "a", "--update"], /--update/],
  [["api.yaml"], /api\.yaml/],
] as const)("%j is refused", (argv, message) => {
  expect(() => parseArguments(argv)).toThrow(message);
});
