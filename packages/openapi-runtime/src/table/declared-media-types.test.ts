import { describe, expect, test } from "vitest";
import { exampleOperation, version1, version2 } from "../testing/example-api.test-support.ts";
import { declaredMediaTypes, successMediaTypes } from "./declared-media-types.ts";

describe("the media types of a status", () => {
  test("come from the status itself before its class, and from its class before default", () => {
    const operation = exampleOperation("listThings");
    expect(declaredMediaTypes(operation, 200)).toEqual(["application/json"]);
    expect(declaredMediaTypes(operation, 404)).toEqual([]);
    expect(declaredMediaTypes(operation, 418)).toEqual(["application/json"]);
    expect(declaredMediaTypes(operation, 503)).toEqual(["text/plain"]);
  });

  test("are unknown for a status that nothing declares", () => {
    expect(declaredMediaTypes(exampleOperation("createThing"), 500)).toBeUndefined();
  });

  test("do not come from default for a success beside a declared one", () => {
    expect(declaredMediaTypes(exampleOperation("listThings"), 201)).toBeUndefined();
    expect(declaredMediaTypes(exampleOperation("ping"), 201)).toEqual(["application/json"]);
  });
});

test("the media types of each success that has a body are listed", () => {
  expect(successMediaTypes(exampleOperation("createThing"))).toEqual([[version1, version2]]);
  expect(successMediaTypes(exampleOperation("deleteThing"))).toEqual([]);
  expect(successMediaTypes(exampleOperation("ping"))).toEqual([["application/json"]]);
});
