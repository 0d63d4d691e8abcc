import { expect, test } from "vitest";
import { matchOperation } from "../api/match-operation.ts";
import { readSpecification } from "../api/read-specification.ts";
import { testDocument } from "../testing/shelves-document.test-support.ts";
import { readPrefer } from "./read-prefer.ts";

const found = matchOperation(readSpecification(testDocument).operations, "PUT", "/shelves/1");
if ("status" in found) throw new Error(found.detail);
const replaceShelf = found;

test.each([
  [undefined, undefined],
  ["code=409", "code=409"],
  ["code=200, example=pine", "code=200, example=pine"],
  ['code="200", example="pine"', 'code="200", example="pine"'],
  ["example=pine", "example=pine"],
  ["dynamic=true, respond-async", "dynamic=true, respond-async"],
])("%j goes on to Prism as %j", (prefer, forward) => {
  expect(readPrefer(replaceShelf, prefer)).toMatchObject({ forward, emptyBodyOf: undefined });
});

test("an example that is asked for says which media types have it", () => {
  const vendor = "application/vnd.example.shelf-v1";
  expect(readPrefer(replaceShelf, "example=pine")).toMatchObject({ mediaTypes: [vendor] });
  expect(readPrefer(replaceShelf, "example=oak")).toMatchObject({ mediaTypes: [vendor, "application/json"] });
  expect(readPrefer(replaceShelf, "code=200")).toMatchObject({ mediaTypes: undefined });
});

test.each([
  ["code=409, body=empty", 409],
  ["body=empty,code=409", 409],
  ['CODE=409, Body="empty"', 409],
  ["code=415, body=empty", 415],
])("%j asks for that status without a body, and Prism does not see body", (prefer, emptyBodyOf) => {
  const preferences = readPrefer(replaceShelf, prefer);
  expect(preferences).toMatchObject({ emptyBodyOf, forward: expect.stringMatching(/^code=\d+$/i) });
});

test.each([
  ["code=418", "documents no status 418. Choose one of: 200, 400, 401, 409, 415, 500"],
  ["code=abc", "documents no status abc"],
  ["code=", "documents no status"],
  ["code=200, example=teak", 'no example "teak". It has: oak, pine'],
  ["example=teak", 'no example "teak"'],
  ["code=500, body=empty", "x-body-may-be-empty"],
  ["code=200, body=empty", "x-body-may-be-empty"],
  ["body=empty", "together with code"],
  ["code=409, body=full", "body=empty"],
])("%j is refused with 400: %s", (prefer, detail) => {
  expect(readPrefer(replaceShelf, prefer)).toMatchObject({
    status: 400,
    detail: expect.stringContaining(detail),
  });
});
