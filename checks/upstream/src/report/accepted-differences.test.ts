import { expect, test } from "vitest";
import { stringify } from "yaml";
import { readAcceptedDifferences } from "./accepted-differences.ts";

const entry = { at: "schema Node", fact: "type", vendor: "object", curated: "any", reason: "Any value." };
const read = (accepted: unknown) => readAcceptedDifferences(stringify({ accepted }), "accepted.yaml");

test("entries come as they are written", () => {
  expect(read([entry])).toEqual([entry]);
  expect(read([])).toEqual([]);
});

test.each([
  [
    "no list",
    stringify({ differences: [] }),
    /^accepted\.yaml: there is no list `accepted`; write `accepted: \[\]`/,
  ],
  ["an empty file", "", /^accepted\.yaml: there is no list/],
  ["no YAML", "accepted: [", /^accepted\.yaml is not YAML: /],
])("%s is refused", (_what, text, message) => {
  expect(() => readAcceptedDifferences(text, "accepted.yaml")).toThrow(message);
});

test.each([
  [
    "an entry without a reason",
    [{ ...entry, reason: " " }],
    /^accepted\.yaml: entry 1 lacks reason; copy at/,
  ],
  [
    "a number where the report prints text",
    [{ ...entry, curated: 429 }],
    /entry 1 lacks curated; .*quoted text/,
  ],
  ["an entry that is no object", [entry, "schema Node"], /entry 2 lacks at, fact, vendor, curated, reason/],
  ["a misspelt field", [{ ...entry, vendors: "x" }], /entry 1 has vendors, which is unknown/],
  ["the same entry twice", [entry, { ...entry, reason: "Again." }], /entry 2 occurs twice; remove one/],
])("%s is refused", (_what, accepted, message) => {
  expect(() => read(accepted)).toThrow(message);
});
