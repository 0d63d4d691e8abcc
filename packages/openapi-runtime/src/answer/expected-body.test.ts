import { describe, expect, test } from "vitest";
import { exampleApi, exampleOperation, version1, version2 } from "../testing/example-api.test-support.ts";
import { type ExpectedBody, expectedBody } from "./expected-body.ts";

function expected(
  operationId: string,
  status: number,
  contentType?: string,
  ...accepted: readonly string[]
): ExpectedBody {
  const headers = new Headers(contentType === undefined ? {} : { "Content-Type": contentType });
  const answer = { ok: status >= 200 && status <= 299, status, headers };
  return expectedBody(answer, { operation: exampleOperation(operationId), accepted }, exampleApi.mediaTypes);
}

describe("the body of an answer", () => {
  test.each([version1, version1.toUpperCase(), `${version1}; charset=utf-8`, ` ${version1} ;x=1`])(
    "is read by its own Content-Type %j, without case and parameters",
    (contentType) => {
      expect(expected("createThing", 201, contentType, version1, version2)).toEqual({
        kind: "declared",
        mediaType: version1,
        format: "json",
        kinds: undefined,
      });
    },
  );

  test.each([
    ["text/html", "text/html"],
    ["application/vnd.example.thing-v3", "application/vnd.example.thing-v3"],
    [`${version1}+json`, `${version1}+json`],
    [undefined, "no Content-Type"],
    ["", "no Content-Type"],
  ])("of type %j is not expected, and said so", (contentType, came) => {
    expect(expected("createThing", 201, contentType, version1, version2)).toEqual({
      kind: "undeclared",
      problem: `expected ${version1} or ${version2}, received ${came}.`,
    });
  });

  test("is empty where the spec declares it so, whatever the headers say", () => {
    expect(expected("createThing", 202, "text/html")).toEqual({ kind: "empty" });
    expect(expected("runThing", 409, "application/json")).toEqual({ kind: "empty" });
  });

  test("is empty on an answer to HEAD", () => {
    expect(expected("peekNote", 200, "text/plain")).toEqual({ kind: "empty" });
  });

  test("of a status that the spec does not know is undeclared", () => {
    expect(expected("createThing", 200, version1)).toEqual({
      kind: "undeclared",
      problem: "status 200 is not in the spec.",
    });
  });

  test("must be of a type that the call asked for and the status has, on a success only", () => {
    expect(expected("createThing", 201, "text/csv", "text/csv", version1)).toEqual({
      kind: "undeclared",
      problem: `expected ${version1}, received text/csv.`,
    });
  });

  test("must be of the type that the call asked for, on a success only", () => {
    expect(expected("createThing", 201, version2, version2)).toMatchObject({ mediaType: version2 });
    expect(expected("createThing", 201, version1, version2)).toEqual({
      kind: "undeclared",
      problem: `expected ${version2}, received ${version1}.`,
    });
    expect(expected("createThing", 400, "application/json", version2)).toMatchObject({ kind: "declared" });
  });
});
